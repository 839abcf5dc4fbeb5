package io.omerta.sim.economics.policy;

import org.jspecify.annotations.Nullable;

/**
 * A controller whose levers act the way they are meant to. Every lever has bounds, and its position is the only memory of
 * past errors, so that nothing winds up while a lever rests against a bound; a step that a bound swallows is no change. Its
 * proposals pass a council if there is one. From half a year on it may move what detects, from a year on also what pays.
 */
public final class BoundedController implements Controller {
    private static final int DETECTION_FROM_DAY = 180;
    private static final int ECONOMY_FROM_DAY = 365;
    private static final int WINDOW_DAYS = 14;
    private static final int GROWTH_LAG_DAYS = 30;
    private static final int HISTORY_DAYS = 60;
    private static final double TARGET_GINI = 0.4;
    private static final double GINI_DEAD_ZONE = 0.1;
    private static final double CALM = 0.05;
    private static final double ALARM = 0.1;
    private static final double THRESHOLD_STEP = 0.02;
    private static final double FAST_GROWTH = 0.2;
    private static final double SHRINKING = -0.1;

    private final PolicyRules rules;
    private final int transferSign;
    private final @Nullable Council council;
    private final IndicatorHistory history = new IndicatorHistory(HISTORY_DAYS);
    private Levers levers;
    private int lastChange = Integer.MIN_VALUE / 2;
    private int changes;
    private int paymentKAtFloorSince = -1;

    /**
     * @param transferSign 1 if raising the lever of transfers burns more, -1 if it burns less
     * @param council decides on every change; null if nobody is asked
     */
    public BoundedController(PolicyRules rules, Levers levers, int transferSign, @Nullable Council council) {
        this.rules = rules;
        this.levers = levers;
        this.transferSign = transferSign;
        this.council = council;
    }

    @Override
    public Levers levers() {
        return levers;
    }

    @Override
    public int changes() {
        return changes;
    }

    @Override
    public int paymentKAtFloorSince() {
        return paymentKAtFloorSince;
    }

    @Override
    public void observe(int day, Indicators today) {
        history.add(today);
        if (council != null) {
            Levers decided = council.decided(day);
            if (decided != null) {
                adopt(day, decided);
            }
            if (council.isBusy()) {
                return;
            }
        }
        if (day < DETECTION_FROM_DAY || day - lastChange < rules.intervalDays() || history.size() < WINDOW_DAYS) {
            return;
        }
        Levers wanted = wanted(day);
        if (wanted.equals(levers)) {
            return;
        }
        if (council == null) {
            adopt(day, wanted);
        } else {
            council.propose(day, levers, wanted);
        }
    }

    private void adopt(int day, Levers decided) {
        levers = decided;
        lastChange = day;
        changes++;
        if (paymentKAtFloorSince < 0 && levers.paymentK() <= Bounds.PAYMENT_K.low()) {
            paymentKAtFloorSince = day;
        }
    }

    private Levers wanted(int day) {
        double clusters = history.mean(Indicators::clusterPrevalence, 0, WINDOW_DAYS, false);
        double failure = history.mean(Indicators::verificationFailure, 0, WINDOW_DAYS, true);
        double stricter = Math.max(Double.isNaN(failure) ? 0 : failure, clusters);
        Levers wanted = levers.withIsolationThreshold(
                Bounds.ISOLATION_THRESHOLD.clamp(levers.isolationThreshold() - THRESHOLD_STEP * alarm(stricter)));
        if (day < ECONOMY_FROM_DAY) {
            return wanted;
        }
        return wanted.withPaymentK(Bounds.PAYMENT_K.clamp(levers.paymentK() * (1 + paymentStep())))
                .withTransferK(Bounds.TRANSFER_K.clamp(
                        levers.transferK() * (1 + transferSign * rules.maxChange() * alarm(clusters))))
                .withTransactionTau(Bounds.TRANSACTION_TAU.clamp(levers.transactionTau() * (1 + tauStep())));
    }

    /** 1 if there is reason to be stricter, -1 if to be milder. */
    private static int alarm(double indicator) {
        return indicator > ALARM ? 1 : indicator < CALM ? -1 : 0;
    }

    /** Inequality falls when those who are little trusted keep more of what they are paid: when the lever rises. */
    private double paymentStep() {
        double error = history.mean(Indicators::gini, 0, WINDOW_DAYS, false) - TARGET_GINI;
        if (!(Math.abs(error) > GINI_DEAD_ZONE)) {
            return 0;
        }
        return Math.max(-rules.maxChange(), Math.min(rules.maxChange(), error * rules.dampening()));
    }

    private double tauStep() {
        if (history.size() < HISTORY_DAYS) {
            return 0;
        }
        double before = history.mean(Indicators::meanTrust, GROWTH_LAG_DAYS, GROWTH_LAG_DAYS, false);
        double growth = (history.mean(Indicators::meanTrust, 0, WINDOW_DAYS, false) - before) / before;
        return growth > FAST_GROWTH ? -rules.maxChange() : growth < SHRINKING ? rules.maxChange() : 0;
    }
}
