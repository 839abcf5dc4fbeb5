package io.omerta.sim.network.observe;

import io.omerta.sim.kernel.EventKernel;
import org.HdrHistogram.Histogram;

/**
 * The distribution of delays, in a log-linear histogram: quantiles to within 1 %, count and mean exact. Adding two gives
 * the same whatever the order.
 */
public final class DelayDistribution {
    private static final int SIGNIFICANT_DIGITS = 2;

    /** The sum of delays outgrows a long, so whole multiples of this are counted apart. No delay is longer. */
    private static final long CARRY_NANOS = EventKernel.MAX_TIME_NANOS + 1;

    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    private long sumNanos;
    private long carries;

    DelayDistribution() {}

    void record(long delayNanos) {
        histogram.recordValue(delayNanos);
        addToSum(delayNanos);
    }

    void add(DelayDistribution other) {
        histogram.add(other.histogram);
        addToSum(other.sumNanos);
        carries += other.carries;
    }

    private void addToSum(long nanos) {
        sumNanos += nanos;
        if (sumNanos >= CARRY_NANOS) {
            sumNanos -= CARRY_NANOS;
            carries++;
        }
    }

    /** Number of delays recorded. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** Mean delay in nanoseconds; NaN if there is none. */
    public double meanNanos() {
        return ((double) carries * CARRY_NANOS + sumNanos) / count();
    }

    /**
     * The delay that a fraction {@code p} of all does not exceed, in nanoseconds to within 1 %; 0 if there is none.
     *
     * @param p in [0, 1]
     */
    public long quantileNanos(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile is asked for a fraction in [0, 1], not " + p);
        }
        return histogram.getValueAtPercentile(100 * p);
    }
}
