package io.omerta.protocol.trust;

/**
 * Exponential and logarithm in integers, because peers must agree on every digit whatever computes them. Inside, numbers
 * have 30 binary places; results are in millionths, rounded down, and less than 1.1 of them from the true value.
 */
final class FixedPoint {
    /** One, in millionths. */
    static final long ONE_MICROS = 1_000_000;

    private static final int PLACES = 30;
    private static final long ONE = 1L << PLACES;

    /** 1 / e. */
    private static final long INVERSE_E = 395_007_542;

    /** ln 2. */
    private static final long LN_2 = 744_261_117;

    /** Terms of the exponential series; the first that is left out is below 2^-30. */
    private static final int TERMS = 13;

    private FixedPoint() {}

    /**
     * e^(-elapsed / timeConstant) in millionths.
     *
     * @param elapsed negative counts as 0
     * @param timeConstant in the same unit, 1 to 2^32
     */
    static long decayMicros(long elapsed, long timeConstant) {
        if (timeConstant < 1 || timeConstant > 1L << 32) {
            throw new IllegalArgumentException("a time constant is 1 to 2^32, but was " + timeConstant);
        }
        if (elapsed <= 0) {
            return ONE_MICROS;
        }
        long fraction = ((elapsed % timeConstant) << PLACES) / timeConstant;
        long value = ONE;
        for (int term = TERMS; term > 0; term--) {
            value = ONE - multiply(fraction, value) / term;
        }
        for (long whole = elapsed / timeConstant; whole > 0 && value > 0; whole--) {
            value = multiply(value, INVERSE_E);
        }
        return value * ONE_MICROS >> PLACES;
    }

    /**
     * ln(1 + part / whole) in millionths.
     *
     * @param part 0 to 2^61
     * @param whole 1 to 2^61
     */
    static long logOnePlusMicros(long part, long whole) {
        long binary = log2(whole + part) - log2(whole);
        long natural = (binary >> PLACES) * LN_2 + multiply(binary & (ONE - 1), LN_2);
        return natural * ONE_MICROS >> PLACES;
    }

    /** The binary logarithm of a number of at least 1, one binary place after the other by squaring. */
    private static long log2(long number) {
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
        long mantissa = exponent > PLACES ? number >> (exponent - PLACES) : number << (PLACES - exponent);
        long result = (long) exponent << PLACES;
        for (long place = ONE >> 1; place > 0; place >>= 1) {
            mantissa = multiply(mantissa, mantissa);
            if (mantissa >= 2 * ONE) {
                mantissa >>= 1;
                result += place;
            }
        }
        return result;
    }

    /** The product of two numbers below 2. */
    private static long multiply(long a, long b) {
        return a * b >> PLACES;
    }
}
