package io.omerta.sim.economics.policy;

/** The smallest and the largest value that a lever may have. */
record Bounds(double low, double high) {
    static final Bounds PAYMENT_K = new Bounds(0.01, 1);
    static final Bounds TRANSFER_K = new Bounds(0.001, 0.1);
    static final Bounds ISOLATION_THRESHOLD = new Bounds(0.7, 0.9);
    static final Bounds TRANSACTION_TAU = new Bounds(90, 730);

    double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
