package io.omerta.sim.economics.society;

import io.omerta.sim.economics.society.SocietyHistory.Series;
import io.omerta.sim.record.Chart.Axis;
import io.omerta.sim.study.CountPanel;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.CurvePanel.Curve;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The charts of a society. */
final class SocietyPanels {
    private static final int MOST_POINTS = 360;
    private static final Axis DAYS = Axis.linear("time", "d");
    private static final Axis PURE = Axis.linear("", "");

    private final SocietyHistory history;
    private final int step;
    private final double[] at;

    private SocietyPanels(SocietyHistory history) {
        this.history = history;
        this.step = (history.days() + MOST_POINTS - 1) / MOST_POINTS;
        this.at = new double[(history.days() + step - 1) / step];
        for (int i = 0; i < at.length; i++) {
            at[i] = i * step;
        }
    }

    static List<Panel> of(SocietyHistory history, Society society) {
        SocietyPanels panels = new SocietyPanels(history);
        return List.of(panels.trust(), panels.inequality(), panels.coins(), panels.levers(), minted(society));
    }

    private CurvePanel trust() {
        List<Curve> curves = new ArrayList<>();
        for (Role role : Role.values()) {
            double[] days = history.trust(role);
            if (!Arrays.stream(days).allMatch(Double::isNaN)) {
                curves.add(new Curve(role.plural(), thinned(days, 1), false));
            }
        }
        return panel(
                "trust", "Trust by role", "Mean trust of those who are there.", Axis.linear("mean trust", ""), curves);
    }

    private CurvePanel inequality() {
        return panel(
                "inequality",
                "Inequality and suspicion",
                "Gini coefficient of trust among those who have any; part of the identities in suspected clusters and part"
                        + " that counts as hoarding.",
                PURE,
                List.of(
                        curve("Gini of trust", Series.GINI, 1),
                        curve("in suspected clusters", Series.CLUSTERS, 1),
                        curve("hoarding", Series.HOARDING, 1)));
    }

    private CurvePanel coins() {
        return panel(
                "coins",
                "Supply of coins",
                "What all have together, and what was minted and burnt so far. Where coins are conserved the first is the"
                        + " difference of the others, less what the exchange has in stock.",
                Axis.linear("coins", ""),
                List.of(
                        curve("supply", Series.SUPPLY, 1),
                        curve("minted", Series.MINTED, 1),
                        curve("burnt", Series.BURNT, 1)));
    }

    private CurvePanel levers() {
        List<Curve> curves = new ArrayList<>();
        curves.add(lever("k of payments", Series.PAYMENT_K));
        curves.add(lever("k of transfers", Series.TRANSFER_K));
        curves.add(lever("isolation threshold", Series.ISOLATION_THRESHOLD));
        curves.add(lever("tau of transactions", Series.TRANSACTION_TAU));
        curves.add(new Curve("phase, from 0 to 1", phases(), true));
        return panel(
                "levers",
                "Levers of policy",
                "Each relative to where it starts. The phases: genesis, observation from day 90, limited from day 180,"
                        + " automatic from day 365.",
                Axis.linear("relative to the start", ""),
                curves);
    }

    private double[] phases() {
        return Arrays.stream(at)
                .map(day -> (day < 90 ? 0 : day < 180 ? 1 : day < 365 ? 2 : 3) / 3.0)
                .toArray();
    }

    private Curve lever(String name, Series which) {
        return curve(name, which, history.of(which)[0]);
    }

    private Curve curve(String name, Series which, double unit) {
        return new Curve(name, thinned(history.of(which), unit), false);
    }

    private double[] thinned(double[] days, double unit) {
        double[] values = new double[at.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = days[i * step] / unit;
        }
        return values;
    }

    private CurvePanel panel(String id, String title, String caption, Axis y, List<Curve> curves) {
        return new CurvePanel(id, title, caption, DAYS, y, at, curves, 0, Double.POSITIVE_INFINITY, false);
    }

    private static CountPanel minted(Society society) {
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> !society.members(role).isEmpty())
                .toList();
        return new CountPanel(
                "minted",
                "Who was given what was minted",
                "",
                "role",
                Axis.linear("coins", ""),
                roles.stream().map(Role::plural).toList(),
                "minted",
                roles.stream()
                        .mapToDouble(role -> society.members(role).stream()
                                .mapToDouble(society.coins()::minted)
                                .sum())
                        .toArray());
    }
}
