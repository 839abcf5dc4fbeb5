package io.omerta.sim.stats;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * The distribution of many delays in bounded memory: a high dynamic range histogram with three significant digits.
 *
 * <p>Count, mean, minimum and maximum are exact. Everything is a sum of integers, so that histograms merge to the same
 * result in any order. A delay above the bound takes part in all of them, but its place in the distribution is only
 * known to be above the bound.
 */
public final class DelayHistogram {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double TWO_TO_64 = 0x1.0p64;

    private final long boundNanos;
    private final Histogram histogram;
    private long countAboveBound;
    private long sumNanosLow; // unsigned; the sum of 2^32 delays of an hour needs more than 64 bits
    private long sumNanosHigh;
    private long minimumNanos = Long.MAX_VALUE;
    private long maximumNanos = Long.MIN_VALUE;

    /**
     * An empty histogram.
     *
     * @param boundNanos largest delay that is resolved, at least 2. The memory grows with its logarithm: 270 kB for an
     *     hour
     */
    public DelayHistogram(long boundNanos) {
        if (boundNanos < 2) {
            throw new IllegalArgumentException(
                    "the bound of a delay histogram must be at least 2 ns, but is " + boundNanos + " ns");
        }
        this.boundNanos = boundNanos;
        this.histogram = new Histogram(boundNanos, SIGNIFICANT_DIGITS);
    }

    /** Largest delay that is resolved. */
    public long boundNanos() {
        return boundNanos;
    }

    /**
     * Takes in one delay.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void add(long delayNanos) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("a delay must not be negative, but is " + delayNanos + " ns");
        }
        if (delayNanos > boundNanos) {
            countAboveBound++;
        } else {
            histogram.recordValue(delayNanos);
        }
        addToSum(delayNanos, 0);
        minimumNanos = Math.min(minimumNanos, delayNanos);
        maximumNanos = Math.max(maximumNanos, delayNanos);
    }

    /**
     * Adds all delays of another histogram, which stays as it is.
     *
     * @throws IllegalArgumentException if its bound is another
     */
    public void merge(DelayHistogram other) {
        if (other.boundNanos != boundNanos) {
            throw new IllegalArgumentException("histograms merge only under one bound, but these have " + boundNanos
                    + " ns and " + other.boundNanos + " ns");
        }
        histogram.add(other.histogram);
        countAboveBound += other.countAboveBound;
        addToSum(other.sumNanosLow, other.sumNanosHigh);
        minimumNanos = Math.min(minimumNanos, other.minimumNanos);
        maximumNanos = Math.max(maximumNanos, other.maximumNanos);
    }

    private void addToSum(long low, long high) {
        sumNanosLow += low;
        long carry = Long.compareUnsigned(sumNanosLow, low) < 0 ? 1 : 0;
        sumNanosHigh += high + carry;
    }

    /** All delays, those above the bound included. */
    public long count() {
        return histogram.getTotalCount() + countAboveBound;
    }

    public long countAboveBound() {
        return countAboveBound;
    }

    /** Exact up to the rounding of a double; NaN of nothing. */
    public double meanNanos() {
        // The low word shifted right once is non-negative: halves keep the conversion to double simple.
        double low = (sumNanosLow >>> 1) * 2.0 + (sumNanosLow & 1);
        return count() == 0 ? Double.NaN : (sumNanosHigh * TWO_TO_64 + low) / count();
    }

    /** Smallest delay; NaN of nothing. */
    public double minimumNanos() {
        return count() == 0 ? Double.NaN : minimumNanos;
    }

    /** Largest delay, also above the bound; NaN of nothing. */
    public double maximumNanos() {
        return count() == 0 ? Double.NaN : maximumNanos;
    }

    /**
     * The smallest delay that at least the given share of all delays does not exceed, rounded up in its third digit.
     *
     * @param probability in [0, 1]
     * @return nanoseconds; positive infinity where the quantile lies above the bound; NaN of nothing
     */
    public double quantileNanos(double probability) {
        Observations.checkProbability(probability);
        long count = count();
        if (count == 0) {
            return Double.NaN;
        }
        // One ulp less, so that a product such as 0.07 * 100 is not rounded up to the next rank.
        long rank = Math.max(1, (long) Math.ceil(Math.nextDown(probability) * count));
        long reached = 0;
        for (HistogramIterationValue bucket : histogram.recordedValues()) {
            reached += bucket.getCountAddedInThisIterationStep();
            if (reached >= rank) {
                return Math.min(bucket.getValueIteratedTo(), maximumNanos);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The cumulative distribution in milliseconds, at upper ends of buckets, where it is exact. Ends below 1 where some
     * delays lie above the bound.
     *
     * @param maxPoints most points wanted, at least 2
     */
    public CumulativeCurve curveMillis(int maxPoints) {
        double[] millis = new double[16];
        double[] p = new double[16];
        int points = 0;
        long reached = 0;
        for (HistogramIterationValue bucket : histogram.recordedValues()) {
            if (points == millis.length) {
                millis = Arrays.copyOf(millis, 2 * points);
                p = Arrays.copyOf(p, 2 * points);
            }
            reached += bucket.getCountAddedInThisIterationStep();
            millis[points] = Math.min(bucket.getValueIteratedTo(), maximumNanos) / NANOS_PER_MILLI;
            p[points] = (double) reached / count();
            points++;
        }
        return CumulativeCurve.thinned(Arrays.copyOf(millis, points), Arrays.copyOf(p, points), maxPoints);
    }
}
