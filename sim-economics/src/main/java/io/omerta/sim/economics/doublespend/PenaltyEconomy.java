package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.MatrixPanel;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The economies of a {@link PenaltyStudy}, one for each detection and multiplier. As published, a double spend creates coins
 * even if it is noticed, but its author keeps them only if it is not; all trust is valued at 1000, which makes every attack
 * a loss by construction. What honest people pay one another creates no coins and is left out.
 */
final class PenaltyEconomy implements Rounds.Work {
    private static final double ACTIVE = 0.1;
    private static final double LEAST_TRUST = 0.1;
    private static final double AMOUNT = 10;
    private static final double COINS_EACH = 100;
    private static final double VALUE_OF_TRUST = 1000;
    private static final double STABLE_INFLATION = 0.05;

    private final PenaltyStudy study;
    private final RandomStream[] luck;
    private final Economy[][] economies;

    /** One economy: trust and gain of each attacker. */
    private static final class Economy {
        private final double detection;
        private final double multiplier;
        private final double[] trust;
        private final double[] gain;
        private double created;

        Economy(double detection, double multiplier, int attackers) {
            this.detection = detection;
            this.multiplier = multiplier;
            trust = new double[attackers];
            gain = new double[attackers];
            Arrays.fill(trust, 1);
        }

        void spendTwice(int attacker, double amount, double chance) {
            if (trust[attacker] <= LEAST_TRUST) {
                return;
            }
            created += amount;
            if (chance < detection) {
                trust[attacker] = Math.max(0, trust[attacker] - amount * multiplier / 100);
            } else {
                gain[attacker] += amount;
            }
        }

        double profit() {
            double sum = 0;
            for (int i = 0; i < trust.length; i++) {
                sum += gain[i] - (1 - trust[i]) * VALUE_OF_TRUST;
            }
            return sum / trust.length;
        }
    }

    PenaltyEconomy(PenaltyStudy study, RandomStreams streams) {
        this.study = study;
        int attackers = (int) (study.attackerShare() * study.people());
        luck = streams.streams("doublespend.attacker", attackers);
        economies = new Economy[study.detections().size()][study.multipliers().size()];
        for (int d = 0; d < economies.length; d++) {
            for (int m = 0; m < economies[d].length; m++) {
                economies[d][m] = new Economy(
                        study.detections().get(d), study.multipliers().get(m), attackers);
            }
        }
    }

    /** Everyone draws the same numbers whatever happened before, so that all economies meet the same luck. */
    @Override
    public long round(int round) {
        for (int attacker = 0; attacker < luck.length; attacker++) {
            boolean active = luck[attacker].nextBernoulli(ACTIVE);
            double amount = AMOUNT * (0.5 + luck[attacker].nextDouble());
            double chance = luck[attacker].nextDouble();
            if (active) {
                for (Economy[] row : economies) {
                    for (Economy economy : row) {
                        economy.spendTwice(attacker, amount, chance);
                    }
                }
            }
        }
        return Double.doubleToRawLongBits(economies[0][0].created);
    }

    private double inflation(Economy economy) {
        return economy.created / (COINS_EACH * study.people());
    }

    private boolean stable(Economy economy) {
        return inflation(economy) < STABLE_INFLATION && economy.profit() < 0;
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        for (Economy[] row : economies) {
            for (Economy economy : row) {
                String name =
                        "detection" + Settings.text(economy.detection) + ".penalty" + Settings.text(economy.multiplier);
                String label = "detection " + Settings.text(economy.detection) + ", penalty "
                        + Settings.text(economy.multiplier);
                seen.add(new Observation("inflation." + name, "inflation, " + label, "%", 100 * inflation(economy)));
                seen.add(new Observation("profit." + name, "attacker's profit, " + label, "", economy.profit()));
                seen.add(new Observation("stable." + name, "stable, " + label, "%", stable(economy) ? 100 : 0));
            }
        }
        return seen;
    }

    @Override
    public List<Panel> panels() {
        double[][] inflation = new double[economies.length][];
        double[][] profit = new double[economies.length][];
        for (int d = 0; d < economies.length; d++) {
            inflation[d] = Arrays.stream(economies[d])
                    .mapToDouble(economy -> 100 * inflation(economy))
                    .toArray();
            profit[d] = Arrays.stream(economies[d]).mapToDouble(Economy::profit).toArray();
        }
        return List.of(
                matrix("inflation", "Inflation by detection and penalty", "inflation", "%", inflation),
                matrix("profit", "An attacker's profit by detection and penalty", "profit", "", profit));
    }

    private Panel matrix(String id, String title, String label, String unit, double[][] values) {
        return new MatrixPanel(
                id,
                title,
                "All trust of an attacker is valued at 1000 coins, ten times what anyone owns.",
                "detection",
                "penalty multiplier",
                label,
                unit,
                Settings.texts(study.detections()),
                Settings.texts(study.multipliers()),
                values);
    }
}
