package io.omerta.scenarios.load.schema;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A finite number as it is written.
 *
 * @param value the nearest double
 * @param exact the number itself
 */
record Decimal(double value, BigDecimal exact) {
    private static final int LONGEST = 40;
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9].*");

    /**
     * Reads a number that the YAML core schema accepts.
     *
     * @return null if it is not finite or absurdly long
     */
    static @Nullable Decimal parse(String text) {
        if (text.length() > LONGEST || text.startsWith("0x") || text.startsWith("0o")) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                return null;
            }
            // Below the smallest double the exponent may be anything: the value used is 0, so the number is 0.
            return new Decimal(value, value == 0 ? BigDecimal.ZERO : new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean hasLeadingZero(String text) {
        return LEADING_ZERO.matcher(text).matches();
    }

    /** The one way to write this number, the same on every platform. */
    static String normal(BigDecimal exact) {
        BigDecimal stripped = exact.stripTrailingZeros();
        boolean short_ = stripped.scale() <= 12 && stripped.precision() - stripped.scale() <= 18;
        return short_ ? stripped.toPlainString() : stripped.toString();
    }

    Decimal percent() {
        BigDecimal fraction = exact.movePointLeft(2);
        return new Decimal(fraction.doubleValue(), fraction);
    }
}
