package io.omerta.sim.kernel;

import java.math.BigDecimal;

/** Conversions between nanoseconds of virtual time and what people write. */
public final class VirtualTime {
    public static final long MICROSECOND = 1_000L;
    public static final long MILLISECOND = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    private VirtualTime() {}

    /**
     * Milliseconds to the nearest nanosecond.
     *
     * @throws IllegalArgumentException if not finite, negative, or beyond {@link EventKernel#MAX_TIME_NANOS}
     */
    public static long ofMillis(double millis) {
        double nanos = millis * 1e6;
        if (!(nanos >= 0 && nanos <= EventKernel.MAX_TIME_NANOS)) {
            throw new IllegalArgumentException("a time of " + millis + " ms is negative, not a number or too large");
        }
        return Math.round(nanos);
    }

    public static double toMillis(long nanos) {
        return nanos / 1e6;
    }

    public static double toSeconds(long nanos) {
        return nanos / 1e9;
    }

    /** Seconds with every nanosecond kept and no trailing zeros, such as "12.5 s". */
    public static String format(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
