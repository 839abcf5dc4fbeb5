package io.omerta.sim.economics.money;

/** How the lever of transfers acts on what a transfer loses for want of trust. */
public enum TransferBurn {
    /** 1 / (1 + k trust): the published formula, which burns less when the lever is raised. */
    FALLS_WITH_LEVER {
        @Override
        public double part(double trust, double k) {
            return Rates.transferBurn(trust, trust, k);
        }

        @Override
        public int sign() {
            return -1;
        }
    },
    /** The same burn where the lever starts, but raising the lever raises it. */
    RISES_WITH_LEVER {
        @Override
        public double part(double trust, double k) {
            return Rates.transferBurn(trust, trust, START * START / k);
        }

        @Override
        public int sign() {
            return 1;
        }
    };

    private static final double START = 0.01;

    /**
     * The part that is burnt.
     *
     * @param trust the lower of the trusts of sender and receiver
     * @param k the lever, above 0
     */
    public abstract double part(double trust, double k);

    /** Which way the burn moves when the lever is raised. */
    public abstract int sign();
}
