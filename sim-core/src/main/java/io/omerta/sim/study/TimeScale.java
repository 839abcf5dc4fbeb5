package io.omerta.sim.study;

/**
 * A unit of time that suits an axis.
 *
 * @param unit symbol
 * @param seconds length of one unit
 */
public record TimeScale(String unit, double seconds) {
    /** The largest unit of which the span holds at least two. */
    public static TimeScale forSeconds(double span) {
        if (span >= 2 * 86_400) {
            return new TimeScale("d", 86_400);
        }
        if (span >= 2 * 3_600) {
            return new TimeScale("h", 3_600);
        }
        if (span >= 2 * 60) {
            return new TimeScale("min", 60);
        }
        return span >= 2 ? new TimeScale("s", 1) : new TimeScale("ms", 1e-3);
    }
}
