package io.omerta.sim.stats;

/** The probability with which an interval is to cover the true value. */
final class ConfidenceLevel {
    static final double DEFAULT = 0.95;

    private ConfidenceLevel() {}

    /**
     * @return {@code level} itself
     * @throws IllegalArgumentException unless it lies strictly between 0 and 1
     */
    static double check(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "confidence level must lie strictly between 0 and 1, such as 0.95, but is " + level);
        }
        return level;
    }

    /** The error probability that each side of an equal-tailed interval may have. */
    static double tail(double level) {
        return (1 - check(level)) / 2;
    }
}
