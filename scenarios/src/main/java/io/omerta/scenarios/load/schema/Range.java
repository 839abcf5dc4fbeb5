package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * An interval of numbers.
 *
 * @param low lower end, or -infinity
 * @param lowIsIn whether the lower end belongs to it
 * @param high upper end, or infinity
 * @param highIsIn whether the upper end belongs to it
 */
public record Range(double low, boolean lowIsIn, double high, boolean highIsIn) {
    /** Every number. */
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    /** From 0 to 1, both ends included. */
    public static final Range UNIT = new Range(0, true, 1, true);

    /** Above a number. */
    public static Range above(double low) {
        return new Range(low, false, Double.POSITIVE_INFINITY, false);
    }

    /** At least a number. */
    public static Range atLeast(double low) {
        return new Range(low, true, Double.POSITIVE_INFINITY, false);
    }

    boolean contains(double value) {
        return (lowIsIn ? value >= low : value > low) && (highIsIn ? value <= high : value < high);
    }

    /** Such as " above 1" or " from 0 to 1"; empty for every number. */
    String describe() {
        String lower = Double.isInfinite(low) ? "" : (lowIsIn ? " at least " : " above ") + plain(low);
        String upper = Double.isInfinite(high) ? "" : (highIsIn ? " at most " : " below ") + plain(high);
        if (!lower.isEmpty() && !upper.isEmpty()) {
            return lowIsIn && highIsIn ? " from " + plain(low) + " to " + plain(high) : lower + " and" + upper;
        }
        return lower + upper;
    }

    void describe(ObjectNode schema) {
        if (!Double.isInfinite(low)) {
            schema.put(lowIsIn ? "minimum" : "exclusiveMinimum", new BigDecimal(plain(low)));
        }
        if (!Double.isInfinite(high)) {
            schema.put(highIsIn ? "maximum" : "exclusiveMaximum", new BigDecimal(plain(high)));
        }
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
