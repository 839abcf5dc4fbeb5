package io.omerta.sim.economics.money;

/** What part of an amount reaches whom; the rest is burnt. */
public final class Rates {
    private Rates() {}

    /** The part of a payment that its provider keeps: 1 - 1 / (1 + k trust). */
    public static double paymentShare(double trust, double k) {
        return 1 - 1 / (1 + k * trust);
    }

    /** The part of a transfer that is burnt because one of the two is little trusted: 1 / (1 + k min(trusts)). */
    public static double transferBurn(double senderTrust, double receiverTrust, double k) {
        return 1 / (1 + k * Math.min(senderTrust, receiverTrust));
    }

    /**
     * The part of a transfer that is burnt because it is large: k ln(1 + amount / median) / ln(scale). The published
     * programs take nothing of amounts up to the median.
     */
    public static double amountBurn(double amount, double median, double k, double scale) {
        return k * StrictMath.log1p(amount / median) / StrictMath.log(scale);
    }
}
