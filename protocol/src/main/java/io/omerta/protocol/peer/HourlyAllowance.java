package io.omerta.protocol.peer;

/** How often something may be done in an hour. */
final class HourlyAllowance {
    private static final long HOUR_MILLIS = 3_600_000;

    private final int max;
    private long hour = Long.MIN_VALUE;
    private int used;

    HourlyAllowance(int max) {
        this.max = max;
    }

    boolean take(long nowMillis) {
        long now = Math.floorDiv(nowMillis, HOUR_MILLIS);
        if (now != hour) {
            hour = now;
            used = 0;
        }
        if (used >= max) {
            return false;
        }
        used++;
        return true;
    }
}
