package io.omerta.protocol.trust;

/**
 * How much the word of a peer counts: ln(1 + T) / ln(1 + {@value #REFERENCE_MILLI} / 1000), at most 1.
 *
 * <p>Without the bound, peers of much trust that praise each other would raise each other for ever; with it, what one
 * assertion does is bounded by its score.
 */
public final class Credibility {
    /** The trust from which on the word counts in full, in thousandths. */
    public static final long REFERENCE_MILLI = 100_000;

    private Credibility() {}

    /** In millionths, rounded down; 0 for no trust or less. */
    public static long micros(long trustMilli) {
        if (trustMilli <= 0) {
            return 0;
        }
        long bounded = Math.min(trustMilli, REFERENCE_MILLI);
        return FixedPoint.logOnePlusMicros(bounded, 1000)
                * FixedPoint.ONE_MICROS
                / FixedPoint.logOnePlusMicros(REFERENCE_MILLI, 1000);
    }
}
