package io.omerta.sim.economics.policy;

/**
 * The parameters that policy may move.
 *
 * @param paymentK how fast the share of a payment that a provider keeps grows with its trust
 * @param transferK how fast the burn of a transfer falls with the trust of the two
 * @param isolationThreshold part of its trade within itself from which a group is suspected
 * @param transactionTau e-folding time of the credit of a transaction, days
 */
public record Levers(double paymentK, double transferK, double isolationThreshold, double transactionTau) {
    /** Where the published programs start. */
    public static final Levers PUBLISHED = new Levers(0.1, 0.01, 0.9, 365);

    public Levers withPaymentK(double value) {
        return new Levers(value, transferK, isolationThreshold, transactionTau);
    }

    public Levers withTransferK(double value) {
        return new Levers(paymentK, value, isolationThreshold, transactionTau);
    }

    public Levers withIsolationThreshold(double value) {
        return new Levers(paymentK, transferK, value, transactionTau);
    }

    public Levers withTransactionTau(double days) {
        return new Levers(paymentK, transferK, isolationThreshold, days);
    }
}
