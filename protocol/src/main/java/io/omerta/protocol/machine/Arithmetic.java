package io.omerta.protocol.machine;

/** Exact integer arithmetic beyond what {@link Math} offers. */
final class Arithmetic {
    /** Millionths in one. */
    static final long ONE = 1_000_000;

    private static final long LOW_HALF = 0xffff_ffffL;

    private Arithmetic() {}

    /**
     * {@code a * b / c} rounded down; the product is exact, in 128 bits.
     *
     * @param at what a division by zero or a result outside 64 bits is a fault of
     */
    static long productQuotient(Node at, long a, long b, long c) {
        if (c == 0) {
            throw at.fault(Fault.Kind.DIVISION_BY_ZERO, "division by zero");
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            if (low == Long.MIN_VALUE && c == -1) {
                throw overflow(at);
            }
            return Math.floorDiv(low, c);
        }
        boolean negative = (high < 0) != (c < 0);
        long dividendHigh = high >= 0 ? high : low == 0 ? -high : ~high;
        long dividendLow = high >= 0 ? low : -low;
        long divisor = c < 0 ? -c : c;
        if (Long.compareUnsigned(dividendHigh, divisor) >= 0) {
            throw overflow(at);
        }
        long quotient = divideUnsigned(dividendHigh, dividendLow, divisor);
        boolean exact = quotient * divisor == dividendLow;
        if (quotient < 0 && !(negative && exact && quotient == Long.MIN_VALUE)) {
            throw overflow(at);
        }
        return negative ? (exact ? -quotient : -quotient - 1) : quotient;
    }

    /** {@code a / b} rounded down. */
    static long quotient(Node at, long a, long b) {
        if (b == 0) {
            throw at.fault(Fault.Kind.DIVISION_BY_ZERO, "division by zero");
        }
        if (a == Long.MIN_VALUE && b == -1) {
            throw overflow(at);
        }
        return Math.floorDiv(a, b);
    }

    static long sum(Node at, long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw overflow(at);
        }
        return sum;
    }

    static long difference(Node at, long a, long b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw overflow(at);
        }
        return difference;
    }

    static long product(Node at, long a, long b) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) != product >> 63) {
            throw overflow(at);
        }
        return product;
    }

    static long negation(Node at, long a) {
        if (a == Long.MIN_VALUE) {
            throw overflow(at);
        }
        return -a;
    }

    private static EvaluationFault overflow(Node at) {
        return at.fault(Fault.Kind.OVERFLOW, "the result is outside 64 bits");
    }

    /**
     * The quotient of two unsigned numbers of 128 and 64 bits: schoolbook division by digits of 32 bits (Knuth, The Art of
     * Computer Programming 2, 4.3.1, algorithm D, as in Warren, Hacker's Delight, 2nd edition, figure 9-3).
     *
     * @param high below the divisor, so that the quotient fits in 64 bits
     */
    private static long divideUnsigned(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long normal = divisor << shift;
        long normalHigh = normal >>> 32;
        long normalLow = normal & LOW_HALF;
        long dividend = shift == 0 ? high : high << shift | low >>> (64 - shift);
        long rest = low << shift;
        long firstDigit = digit(dividend, rest >>> 32, normalHigh, normalLow);
        long middle = (dividend << 32 | rest >>> 32) - firstDigit * normal;
        long secondDigit = digit(middle, rest & LOW_HALF, normalHigh, normalLow);
        return (firstDigit << 32) + secondDigit;
    }

    /** The digit whose product with the divisor is what can be taken from dividend and next digit. */
    private static long digit(long dividend, long next, long normalHigh, long normalLow) {
        long digit = Long.divideUnsigned(dividend, normalHigh);
        long rest = dividend - digit * normalHigh;
        while (digit > LOW_HALF || Long.compareUnsigned(digit * normalLow, rest << 32 | next) > 0) {
            digit--;
            rest += normalHigh;
            if (rest > LOW_HALF) {
                break;
            }
        }
        return digit;
    }
}
