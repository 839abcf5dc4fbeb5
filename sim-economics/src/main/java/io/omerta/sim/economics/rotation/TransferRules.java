package io.omerta.sim.economics.rotation;

import io.omerta.sim.economics.money.Rates;

/**
 * What a transfer costs and what it does to the receiver.
 *
 * @param transferK k of the burn by trust
 * @param amountK k of the burn by amount
 * @param amountScale amount, in medians, at which that burn is k
 * @param median the median transfer
 * @param amountBasis what counts as the amount
 * @param inheritance whether the receiver takes on the sender's trust in proportion to what it received
 */
record TransferRules(
        double transferK,
        double amountK,
        double amountScale,
        double median,
        AmountBasis amountBasis,
        boolean inheritance) {
    private static final double TRANSFER_K = 0.01;
    private static final double AMOUNT_K = 0.15;
    private static final double AMOUNT_SCALE = 10;
    private static final double MEDIAN = 100;

    /** Which defences are in force besides the burn by trust. */
    static TransferRules of(AmountBasis basis, boolean inheritance) {
        return new TransferRules(TRANSFER_K, AMOUNT_K, AMOUNT_SCALE, MEDIAN, basis, inheritance);
    }

    /**
     * Coins that are burnt of a transfer, at most all of them.
     *
     * @param before what the same sender sent the same receiver within the window
     */
    double burnt(double amount, double before, double senderTrust, double receiverTrust) {
        double byTrust = amount * Rates.transferBurn(senderTrust, receiverTrust, transferK);
        double byAmount =
                switch (amountBasis) {
                    case NONE -> 0;
                    case SINGLE_TRANSFER -> chargeOn(amount);
                    case CUMULATIVE -> chargeOn(before + amount) - chargeOn(before);
                };
        return Math.min(amount, byTrust + byAmount);
    }

    /** The published charge on an amount sent at once: nothing up to the median. */
    private double chargeOn(double amount) {
        return amount <= median ? 0 : amount * Rates.amountBurn(amount, median, amountK, amountScale);
    }

    /**
     * Trust of a receiver after a transfer.
     *
     * @param received what reached it
     * @param balanceAfter what it then owns
     */
    double trustAfter(double receiverTrust, double senderTrust, double received, double balanceAfter) {
        if (!inheritance || balanceAfter <= 0) {
            return receiverTrust;
        }
        double ratio = received / balanceAfter;
        return Math.min(receiverTrust, ratio * senderTrust + (1 - ratio) * receiverTrust);
    }
}
