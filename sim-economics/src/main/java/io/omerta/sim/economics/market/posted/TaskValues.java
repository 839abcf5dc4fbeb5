package io.omerta.sim.economics.market.posted;

/** What an hour of compute is worth to consumers, $/h. They take the values of a law in turn. */
public enum TaskValues {
    UNIFORM_HIGH(2),
    UNIFORM_LOW(1),
    MIXED(2, 1),
    /** The description gives no values; these reproduce the fall of 83 % in what data centres earn. */
    WIDE(4, 2, 1);

    private final double[] cycle;

    TaskValues(double... cycle) {
        this.cycle = cycle;
    }

    /** The values of {@code consumers} consumers. */
    double[] of(int consumers) {
        double[] values = new double[consumers];
        for (int consumer = 0; consumer < consumers; consumer++) {
            values[consumer] = cycle[consumer % cycle.length];
        }
        return values;
    }
}
