package io.omerta.sim.record;

/**
 * A point estimate with its confidence interval, in the unit of the metric that holds it.
 *
 * @param value point estimate; NaN where nothing was observed
 * @param low lower limit; NaN where no interval can be given (a single replication, say)
 * @param high upper limit; NaN where no interval can be given
 * @param level confidence level in (0, 1), such as 0.95
 * @param method how the interval was made, for the reader: "Student t", "bootstrap BCa", "Wilson"
 * @param count number of observations behind it
 */
public record Estimate(double value, double low, double high, double level, String method, long count) {
    /** A value without an interval. */
    public static Estimate point(double value, long count) {
        return new Estimate(value, Double.NaN, Double.NaN, 0.95, "single value", count);
    }

    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
