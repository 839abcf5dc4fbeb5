package io.omerta.sim.stats;

import java.util.Arrays;

/** The distribution of a sample, each observation with the same weight. Immutable. */
public final class EmpiricalDistribution {
    private final double[] ascending;

    private EmpiricalDistribution(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * The distribution of the given sample.
     *
     * @param values observations in any order; NaN is left out, infinite ones (never reached) are allowed
     */
    public static EmpiricalDistribution of(double[] values) {
        double[] ascending = Observations.present(values);
        Arrays.sort(ascending);
        return new EmpiricalDistribution(ascending);
    }

    public int count() {
        return ascending.length;
    }

    /**
     * The observation of the given rank.
     *
     * @param rank 1 for the smallest observation to {@link #count()} for the largest
     */
    public double orderStatistic(int rank) {
        return ascending[rank - 1];
    }

    /**
     * The quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample quantiles in
     * statistical packages", The American Statistician 50(4), 1996.
     *
     * @param probability in [0, 1]
     * @return NaN of an empty sample
     */
    public double quantile(double probability) {
        Observations.checkProbability(probability);
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double position = probability * (ascending.length - 1);
        int below = (int) position;
        double fraction = position - below;
        double low = ascending[below];
        if (fraction == 0 || ascending[below + 1] == low) {
            return low; // also keeps infinite neighbours from making NaN
        }
        return low + fraction * (ascending[below + 1] - low);
    }

    /** The share of observations at or below {@code x}; NaN of an empty sample. */
    public double cumulativeProbability(double x) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] <= x) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return ascending.length == 0 ? Double.NaN : (double) from / ascending.length;
    }

    /**
     * The staircase of the distribution. Infinite observations have no place on the axis, but keep their share, so the
     * curve then ends below 1.
     *
     * @param maxPoints most points wanted, at least 2
     */
    public CumulativeCurve curve(int maxPoints) {
        double[] x = new double[ascending.length];
        double[] p = new double[ascending.length];
        int points = 0;
        for (int i = 0; i < ascending.length; i++) {
            boolean lastOfTies = i == ascending.length - 1 || ascending[i] != ascending[i + 1];
            if (lastOfTies && Double.isFinite(ascending[i])) {
                x[points] = ascending[i];
                p[points] = (i + 1.0) / ascending.length;
                points++;
            }
        }
        return CumulativeCurve.thinned(Arrays.copyOf(x, points), Arrays.copyOf(p, points), maxPoints);
    }
}
