package io.omerta.sim.stats;

import java.util.Arrays;

/** The observations that there are: what is left of a sample when the missing ones (NaN) are taken out. */
final class Observations {
    private Observations() {}

    /** A copy without NaN, in the same order. */
    static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /**
     * @return {@code probability} itself
     * @throws IllegalArgumentException unless it lies in [0, 1]
     */
    static double checkProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability must lie in [0, 1], such as 0.99 for the 99th percentile, but is " + probability);
        }
        return probability;
    }
}
