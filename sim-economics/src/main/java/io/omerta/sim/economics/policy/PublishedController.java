package io.omerta.sim.economics.policy;

/**
 * The controller of the published programs, as it is: a step that a bound swallows still counts as a change, {@code
 * paymentK} falls when inequality is high though that hurts newcomers, and {@code transferK} grows without bound when
 * clusters are found though that makes transfers cheaper.
 */
public final class PublishedController implements Controller {
    private static final int LIMITED_FROM_DAY = 180;
    private static final int FULL_FROM_DAY = 365;
    private static final int WINDOW_DAYS = 14;
    private static final int GROWTH_LAG_DAYS = 30;
    private static final int HISTORY_DAYS = 60;
    private static final double TARGET_GINI = 0.4;
    private static final double GINI_DEAD_ZONE = 0.1;
    private static final double PAYMENT_K_MIN = 0.01;
    private static final double FAILURE_LIMIT = 0.1;
    private static final double THRESHOLD_STEP = 0.02;
    private static final double THRESHOLD_MIN = 0.7;
    private static final double CLUSTER_LIMIT = 0.1;
    private static final double CLUSTER_GROWTH = 1.05;
    private static final double FAST_GROWTH = 0.2;
    private static final double SHRINKING = -0.1;
    private static final double TAU_MIN = 90;
    private static final double TAU_MAX = 730;
    private static final double TAU_STEP = 0.05;

    private final PolicyRules rules;
    private final IndicatorHistory history = new IndicatorHistory(HISTORY_DAYS);
    private Levers levers;
    private int lastChange = Integer.MIN_VALUE / 2;
    private int changes;
    private int paymentKAtFloorSince = -1;

    public PublishedController(PolicyRules rules, Levers levers) {
        this.rules = rules;
        this.levers = levers;
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
        if (day < LIMITED_FROM_DAY || day - lastChange < rules.intervalDays() || history.size() < WINDOW_DAYS) {
            return;
        }
        boolean changed = movePaymentK();
        if (day >= FULL_FROM_DAY) {
            changed |= moveIsolationThreshold();
            changed |= moveTransferK();
            changed |= moveTransactionTau();
        }
        if (changed) {
            lastChange = day;
            changes++;
        }
        if (paymentKAtFloorSince < 0 && levers.paymentK() <= PAYMENT_K_MIN) {
            paymentKAtFloorSince = day;
        }
    }

    private boolean movePaymentK() {
        double error = history.mean(Indicators::gini, 0, WINDOW_DAYS, false) - TARGET_GINI;
        if (Math.abs(error) <= GINI_DEAD_ZONE) {
            return false;
        }
        double k = levers.paymentK();
        double most = rules.maxChange() * k;
        double change = Math.max(-most, Math.min(most, -error * rules.dampening() * k));
        levers = levers.withPaymentK(Math.max(PAYMENT_K_MIN, k + change));
        return true;
    }

    private boolean moveIsolationThreshold() {
        if (!(history.mean(Indicators::verificationFailure, 0, WINDOW_DAYS, true) > FAILURE_LIMIT)
                || levers.isolationThreshold() <= THRESHOLD_MIN) {
            return false;
        }
        levers = levers.withIsolationThreshold(Math.max(THRESHOLD_MIN, levers.isolationThreshold() - THRESHOLD_STEP));
        return true;
    }

    private boolean moveTransferK() {
        if (!(history.mean(Indicators::clusterPrevalence, 0, WINDOW_DAYS, false) > CLUSTER_LIMIT)) {
            return false;
        }
        levers = levers.withTransferK(levers.transferK() * CLUSTER_GROWTH);
        return true;
    }

    private boolean moveTransactionTau() {
        if (history.size() < HISTORY_DAYS) {
            return false;
        }
        double before = history.mean(Indicators::meanTrust, GROWTH_LAG_DAYS, GROWTH_LAG_DAYS, false);
        double growth = (history.mean(Indicators::meanTrust, 0, WINDOW_DAYS, false) - before) / before;
        double tau = levers.transactionTau();
        double moved = growth > FAST_GROWTH
                ? Math.max(TAU_MIN, tau * (1 - TAU_STEP))
                : growth < SHRINKING ? Math.min(TAU_MAX, tau * (1 + TAU_STEP)) : tau;
        levers = levers.withTransactionTau(moved);
        return moved != tau;
    }
}
