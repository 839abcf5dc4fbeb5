package io.omerta.sim.stats;

import java.util.stream.IntStream;

/**
 * Holds the probability of any false finding among several tests at the level of one (Holm, "A simple sequentially
 * rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979). Valid however the tests depend on
 * each other, and never weaker than Bonferroni's correction.
 */
public final class HolmCorrection {
    private HolmCorrection() {}

    /**
     * Adjusted p-values: comparing one with a level is Holm's test at that level.
     *
     * @param pValues one for each test of the family, in [0, 1]; NaN where a test could not be made, which then does not
     *     belong to the family
     * @return in the same order; NaN stays NaN
     * @throws IllegalArgumentException if a p-value is outside [0, 1]
     */
    public static double[] adjusted(double[] pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted((i, j) -> Double.compare(pValues[i], pValues[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = pValues.clone();
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            double p = pValues[ascending[rank]];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value lies in [0, 1], but one is " + p);
            }
            largest = Math.max(largest, Math.min(1, (ascending.length - rank) * p));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
