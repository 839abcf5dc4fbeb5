package io.omerta.sim.economics.society;

import io.omerta.sim.economics.measure.Inequality;
import io.omerta.sim.economics.policy.Controller;
import io.omerta.sim.economics.policy.Council;
import io.omerta.sim.economics.society.SocietyHistory.Series;
import io.omerta.sim.stats.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** What one replication measured of a society. The names do not depend on what happened. */
final class SocietyObservations {
    private static final int WINDOW_DAYS = 30;

    private final List<Observation> seen = new ArrayList<>();
    private final SocietyRun run;
    private final Society society;

    private SocietyObservations(SocietyRun run) {
        this.run = run;
        this.society = run.society();
    }

    static List<Observation> of(SocietyRun run) {
        SocietyObservations observations = new SocietyObservations(run);
        observations.everyone();
        for (Role role : run.roles()) {
            observations.role(role);
        }
        observations.policy();
        return observations.seen;
    }

    private void everyone() {
        add("trust.gini", "Gini of trust, last day", run.today().gini());
        add("trust.mean", "mean trust, last day", run.today().meanTrust());
        add(
                "cluster.prevalence",
                "part in suspected clusters, last day",
                run.today().clusterPrevalence());
        double[] failure = run.history().of(Series.VERIFICATION_FAILURE);
        add("verification.failure", "part of verified trades that failed, last day", failure[failure.length - 1]);
        add("verification.failure.month", "the same, mean of the last 30 days", lately(failure));
        double[] hoarding = run.history().of(Series.HOARDING);
        add("hoarding.prevalence", "part that counts as hoarding, last day", hoarding[hoarding.length - 1]);
        add("accusations.accepted", "accusations that counted", society.gate().accepted());
        add(
                "accusations.refused",
                "accusations that did not count",
                society.gate().refused());
        add("trades.unpaid", "trades that failed for want of coins", society.unpaid());
    }

    private static double lately(double[] days) {
        int from = Math.max(0, days.length - WINDOW_DAYS);
        double sum = 0;
        for (int day = from; day < days.length; day++) {
            sum += days[day];
        }
        return sum / (days.length - from);
    }

    private void role(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        double[] trust = values(role, society::trust);
        double[] wealth = values(role, society.coins()::wealth);
        add("trust.mean." + name, "mean trust of " + role.plural() + ", last day", mean(trust));
        add("trust.gini." + name, "Gini of trust among " + role.plural(), Inequality.gini(trust));
        add("trust.theil." + name, "Theil index of trust among " + role.plural(), Inequality.theil(trust));
        add(
                "minted." + name,
                "part of the mint for " + role.plural(),
                sum(values(role, society.coins()::minted)) / society.coins().minted());
        add("wealth.mean." + name, "mean wealth of " + role.plural(), "coins", mean(wealth));
        add(
                "earned.mean." + name,
                "mean earnings of " + role.plural(),
                "coins",
                mean(values(role, society.coins()::earned)));
    }

    private double[] values(Role role, IntToDoubleFunction value) {
        return society.members(role).stream()
                .mapToInt(Integer::intValue)
                .mapToDouble(value)
                .toArray();
    }

    private void policy() {
        Controller controller = run.controller();
        if (controller == null) {
            add("policy.changes", "changes of policy", 0);
            return;
        }
        add("policy.changes", "changes of policy", controller.changes());
        add("policy.payment_k", "final k of payments", controller.levers().paymentK());
        add("policy.transfer_k", "final k of transfers", controller.levers().transferK());
        add("policy.isolation", "final isolation threshold", controller.levers().isolationThreshold());
        add("policy.tau", "final tau of transactions", "d", controller.levers().transactionTau());
        add(
                "policy.floor_day",
                "day on which k of payments is at its floor",
                controller.paymentKAtFloorSince() < 0 ? Double.NaN : controller.paymentKAtFloorSince());
        Council council = run.council();
        if (council != null) {
            add("policy.rejected", "changes that were voted down", council.rejected());
        }
    }

    static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : sum(values) / values.length;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void add(String name, String label, double value) {
        add(name, label, "", value);
    }

    private void add(String name, String label, String unit, double value) {
        seen.add(new Observation(name, label, unit, value));
    }
}
