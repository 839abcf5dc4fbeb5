package io.omerta.sim.random.law;

import java.util.Arrays;
import java.util.List;

/**
 * A measured law: quantiles at equal steps of probability from 0 to 1, joined by straight lines. Between two neighbouring
 * quantiles the law is uniform; where they are equal it has an atom.
 */
public final class Empirical implements Law {
    private final double[] quantiles;

    /** @param quantiles ascending and finite, at least two: the minimum first, the maximum last */
    public Empirical(List<Double> quantiles) {
        this(quantiles.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Empirical(double[] quantiles) {
        if (quantiles.length < 2) {
            throw new IllegalArgumentException(
                    "an empirical law needs at least two quantiles, the minimum and the maximum, but has "
                            + quantiles.length);
        }
        for (int i = 0; i < quantiles.length; i++) {
            if (!Double.isFinite(quantiles[i])) {
                throw new IllegalArgumentException(
                        "empirical quantile " + i + " must be finite, but is " + quantiles[i]);
            }
            if (i > 0 && quantiles[i] < quantiles[i - 1]) {
                throw new IllegalArgumentException("empirical quantiles must ascend, but number " + i + " is "
                        + quantiles[i] + " after " + quantiles[i - 1]);
            }
        }
        this.quantiles = quantiles;
    }

    /** The law of this one's values times a factor such that the mean is {@code mean}; this mean must be positive. */
    public Empirical scaledToMean(double mean) {
        double factor = Arguments.positive("mean", mean) / Arguments.positive("mean of the empirical law", mean());
        return new Empirical(
                Arrays.stream(quantiles).map(value -> value * factor).toArray());
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 1; i < quantiles.length; i++) {
            sum += (quantiles[i - 1] + quantiles[i]) / 2;
        }
        return sum / (quantiles.length - 1);
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 1; i < quantiles.length; i++) {
            double middle = (quantiles[i - 1] + quantiles[i]) / 2 - mean;
            double width = quantiles[i] - quantiles[i - 1];
            sum += middle * middle + width * width / 12;
        }
        return sum / (quantiles.length - 1);
    }

    @Override
    public double quantile(double p) {
        double position = Arguments.probability(p) * (quantiles.length - 1);
        int cell = Math.min((int) position, quantiles.length - 2);
        return quantiles[cell] + (position - cell) * (quantiles[cell + 1] - quantiles[cell]);
    }

    @Override
    public double upperQuantile(double q) {
        return quantile(1 - q);
    }

    @Override
    public double cumulative(double x) {
        if (x < quantiles[0]) {
            return 0;
        }
        int last = quantiles.length - 1;
        if (x >= quantiles[last]) {
            return 1;
        }
        int low = 0; // quantiles[low] <= x < quantiles[high], with high the first beyond x
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (quantiles[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + (x - quantiles[low]) / (quantiles[high] - quantiles[low])) / last;
    }

    @Override
    public String toString() {
        return "Empirical" + Arrays.toString(quantiles);
    }
}
