package io.omerta.sim.economics.money;

/** What a transfer loses for being large. */
public enum AmountBurn {
    /** Each transfer is looked at alone, and one up to the median loses nothing: splitting escapes. */
    EACH_TRANSFER {
        @Override
        public double burnt(double before, double amount, double median, double trustPart) {
            return amount * Math.min(1, trustPart + (amount <= median ? 0 : part(amount, median, PUBLISHED_K)));
        }

        @Override
        boolean isCumulative() {
            return false;
        }
    },
    /** All that the same two have transferred lately is looked at together: splitting changes nothing. */
    CUMULATIVE {
        @Override
        public double burnt(double before, double amount, double median, double trustPart) {
            return total(before + amount, median, trustPart) - total(before, median, trustPart);
        }

        @Override
        boolean isCumulative() {
            return true;
        }
    };

    private static final double PUBLISHED_K = 0.15;
    private static final double DOCUMENTED_K = 0.2;
    private static final double SCALE = 10;

    /**
     * What is burnt of a transfer.
     *
     * @param before what the same two transferred before within the window
     * @param amount of this transfer
     * @param median of the transfers of the day, above 0
     * @param trustPart the part that is burnt for want of trust; both together burn no more than everything
     */
    public abstract double burnt(double before, double amount, double median, double trustPart);

    /** Whether earlier transfers of the same two count, for the median too. */
    abstract boolean isCumulative();

    private static double total(double sum, double median, double trustPart) {
        return sum * Math.min(1, trustPart + part(sum, median, DOCUMENTED_K));
    }

    private static double part(double amount, double median, double k) {
        return Rates.amountBurn(amount, median, k, SCALE);
    }
}
