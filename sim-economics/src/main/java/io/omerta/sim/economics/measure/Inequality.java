package io.omerta.sim.economics.measure;

import java.util.Arrays;

/** How unequally something is distributed. */
public final class Inequality {
    private Inequality() {}

    /**
     * The Gini coefficient: 0 if all have the same, (n - 1) / n if one of n has everything.
     *
     * @param values at least 0; those that are 0 count
     * @return NaN if there are none or all are 0
     */
    public static double gini(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        int n = sorted.length;
        for (int i = 0; i < n; i++) {
            weighted += (2.0 * i + 1 - n) * sorted[i];
            sum += sorted[i];
        }
        return weighted / (n * sum);
    }

    /**
     * The Theil index T: 0 if all have the same, ln n if one of n has everything.
     *
     * @param values at least 0
     * @return NaN if there are none or all are 0
     */
    public static double theil(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double sum = 0;
        for (double value : values) {
            if (value > 0) {
                sum += value / mean * StrictMath.log(value / mean);
            }
        }
        return mean > 0 ? sum / values.length : Double.NaN;
    }

    /** The part of everything that the richest one in a hundred have, at least one of them. */
    public static double topPercentShare(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int top = Math.max(1, sorted.length / 100);
        double sum = Arrays.stream(sorted).sum();
        return Arrays.stream(sorted, Math.max(0, sorted.length - top), sorted.length)
                        .sum()
                / sum;
    }
}
