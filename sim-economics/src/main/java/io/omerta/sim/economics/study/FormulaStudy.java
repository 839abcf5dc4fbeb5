package io.omerta.sim.economics.study;

import io.omerta.sim.economics.money.Rates;
import io.omerta.sim.economics.trust.LocalTrust;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart.Axis;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.CurvePanel.Curve;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** The tables and the worked example of the documents, computed from the formulas. Nothing is left to chance. */
public final class FormulaStudy implements EconomicStudy {
    private static final List<Integer> PAYMENT_KS = List.of(1, 2, 5, 10);
    private static final double[] PAYMENT_TRUSTS = {0.1, 0.5, 1, 2, 5, 10};
    private static final double TRANSFER_K = 0.01;
    private static final double[] TRANSFER_TRUSTS = {50, 100, 500, 1000};
    private static final double AMOUNT_K = 0.2;
    private static final double AMOUNT_SCALE = 10;
    private static final double[] AMOUNTS = {0.1, 1, 10, 100, 1000};
    /** What the documents print beside that formula. */
    private static final double[] AMOUNT_BURNS_PRINTED = {0, 0.05, 0.1, 0.15, 0.2};

    @Override
    public String type() {
        return "formulas";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Model(StepLoop.days(kernel, 1, day -> 0));
    }

    private record Model(StepLoop days) implements ReplicationModel {
        @Override
        public void start() {
            days.start();
        }

        @Override
        public boolean finished() {
            return days.finished();
        }

        @Override
        public List<Observation> observations() {
            List<Observation> seen = new ArrayList<>();
            for (int k : PAYMENT_KS) {
                for (double trust : PAYMENT_TRUSTS) {
                    seen.add(part(
                            "payment_share.k" + k + ".t" + text(trust),
                            "share of a payment that is kept, k " + k + ", trust " + text(trust),
                            Rates.paymentShare(trust, k)));
                }
            }
            for (double trust : TRANSFER_TRUSTS) {
                seen.add(part(
                        "transfer_burn.t" + text(trust),
                        "burn of a transfer, trust " + text(trust),
                        Rates.transferBurn(trust, trust, TRANSFER_K)));
            }
            for (double amount : AMOUNTS) {
                seen.add(part(
                        "amount_burn.x" + text(amount),
                        "burn of a transfer of " + text(amount) + " medians",
                        amountBurn(amount)));
            }
            seen.addAll(localTrust());
            return seen;
        }

        /** Two acquaintances of trust .8 and .6, who trust the subject .7 and .9. */
        private static List<Observation> localTrust() {
            LocalTrust first = new LocalTrust(3);
            first.observed(0, 1, 0.8);
            first.observed(1, 2, 0.7);
            LocalTrust second = new LocalTrust(3);
            second.observed(0, 1, 0.6);
            second.observed(1, 2, 0.9);
            LocalTrust both = new LocalTrust(4);
            both.observed(0, 1, 0.8);
            both.observed(1, 3, 0.7);
            both.observed(0, 2, 0.6);
            both.observed(2, 3, 0.9);
            return List.of(
                    part("local_trust.first", "trust through the first acquaintance", first.sumOfProducts(0, 2)),
                    part("local_trust.second", "trust through the second acquaintance", second.sumOfProducts(0, 2)),
                    part("local_trust.sum", "trust through both, as documented", both.sumOfProducts(0, 3)),
                    part("local_trust.best", "trust along the best path, as programmed", both.bestPath(0, 3, 0)));
        }

        private static Observation part(String name, String label, double value) {
            return new Observation(name, label, "", value);
        }

        private static String text(double number) {
            return number == Math.rint(number)
                    ? Long.toString((long) number)
                    : String.format(Locale.ROOT, "%.1f", number);
        }

        private static double amountBurn(double medians) {
            return Rates.amountBurn(medians, 1, AMOUNT_K, AMOUNT_SCALE);
        }

        @Override
        public List<Panel> panels() {
            return List.of(
                    panel(
                            "transfer-burn",
                            "Burn of a transfer by trust",
                            Axis.logarithmic("trust of the less trusted", ""),
                            TRANSFER_TRUSTS,
                            List.of(curve(
                                    "formula",
                                    TRANSFER_TRUSTS,
                                    trust -> Rates.transferBurn(trust, trust, TRANSFER_K)))),
                    panel(
                            "amount-burn",
                            "Burn of a transfer by amount",
                            Axis.logarithmic("amount", "medians"),
                            AMOUNTS,
                            List.of(
                                    curve("formula", AMOUNTS, Model::amountBurn),
                                    new Curve("printed in the documents", AMOUNT_BURNS_PRINTED, true))));
        }

        private static Curve curve(String name, double[] at, DoubleUnaryOperator formula) {
            return new Curve(name, Arrays.stream(at).map(formula).toArray(), false);
        }

        private static CurvePanel panel(String id, String title, Axis x, double[] at, List<Curve> curves) {
            return new CurvePanel(id, title, "", x, Axis.linear("part that is burnt", ""), at, curves, 0, 1, false);
        }
    }
}
