package io.omerta.sim.economics.trust;

/** What it does for trust to give compute away, or even to pay for the privilege. */
public enum DonationRule {
    /** Nothing: a donation is a trade like any other, as in the published programs. */
    PLAIN {
        @Override
        public double credit(double bid, double marketPrice) {
            return 1;
        }
    },
    /** Credit grows with what the donor pays, up to four times that of a sale: the documented table. */
    BIDS {
        @Override
        public double credit(double bid, double marketPrice) {
            return bid >= 0 ? 1 : 1 + Math.min(-bid / marketPrice, LARGEST_BID) * PER_MARKET_PRICE;
        }
    };

    private static final double LARGEST_BID = 2;
    private static final double PER_MARKET_PRICE = 1.5;

    /**
     * The factor on the credit of a trade.
     *
     * @param bid what the provider asks for an hour; negative if it pays
     * @param marketPrice of an hour, above 0
     */
    public abstract double credit(double bid, double marketPrice);
}
