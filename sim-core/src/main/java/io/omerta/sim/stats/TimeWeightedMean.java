package io.omerta.sim.stats;

/**
 * The mean over virtual time of a quantity that keeps its level between events, such as a queue length.
 *
 * <p>The mean is updated in place with the weight of each piece of time (West, "Updating mean and variance estimates:
 * an improved method", CACM 22(9), 1979) rather than divided out of a growing area, so that a long run loses no
 * precision.
 */
public final class TimeWeightedMean {
    private long beginNanos;
    private long lastNanos;
    private double level;
    private double mean;

    /**
     * Starts to follow a level.
     *
     * @param beginNanos virtual time from which the mean is taken
     * @param level level from then on
     */
    public TimeWeightedMean(long beginNanos, double level) {
        this.beginNanos = beginNanos;
        this.lastNanos = beginNanos;
        this.level = checkFinite(level);
    }

    /**
     * Changes the level. Several changes at one instant are allowed; the last one holds.
     *
     * @throws IllegalArgumentException if the time lies before the last change, or the level is not finite
     */
    public void update(long timeNanos, double newLevel) {
        checkFinite(newLevel);
        mean = meanUntil(timeNanos);
        lastNanos = timeNanos;
        level = newLevel;
    }

    /** Forgets what came before, at the end of a warm-up; the level stays. */
    public void restart(long timeNanos) {
        checkOrder(timeNanos);
        beginNanos = timeNanos;
        lastNanos = timeNanos;
        mean = 0;
    }

    public double level() {
        return level;
    }

    /**
     * The mean from the begin until the given time; NaN over no time at all.
     *
     * @throws IllegalArgumentException if the time lies before the last change
     */
    public double mean(long untilNanos) {
        double meanSoFar = meanUntil(untilNanos);
        return untilNanos == beginNanos ? Double.NaN : meanSoFar;
    }

    private double meanUntil(long untilNanos) {
        checkOrder(untilNanos);
        if (untilNanos == lastNanos) {
            return mean;
        }
        return mean + (level - mean) * ((double) (untilNanos - lastNanos) / (untilNanos - beginNanos));
    }

    private void checkOrder(long timeNanos) {
        if (timeNanos < lastNanos) {
            throw new IllegalArgumentException("virtual time went back: the level last changed at " + lastNanos
                    + " ns, but the time given is " + timeNanos + " ns");
        }
    }

    private static double checkFinite(double level) {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("a level must be finite, but is " + level);
        }
        return level;
    }
}
