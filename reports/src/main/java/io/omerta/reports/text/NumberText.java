package io.omerta.reports.text;

import io.omerta.sim.record.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: grouped by thousands, with a true minus sign, as a power of ten where plain digits would
 * be a row of zeros. Independent of the default locale.
 */
public final class NumberText {
    /** What stands for a value that was not observed. */
    public static final String NOT_OBSERVED = "–";

    private static final double SCIENTIFIC_FROM = 1e9;
    private static final double SCIENTIFIC_BELOW = 1e-4;
    private static final int POINT_DIGITS = 4;
    private static final MathContext INTERVAL_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
    /** A double carries 15 decimal digits; an interval narrower than that is a constant. */
    private static final int DIGITS_MAX = 15;

    private static final double SYMMETRY_TOLERANCE = 0.02;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberText() {}

    /**
     * A value of unknown precision, to {@code digits} significant digits without trailing zeros. Digits before the point
     * are all kept below 10^9, because zeros in their place would look measured.
     */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size >= SCIENTIFIC_FROM || size < SCIENTIFIC_BELOW) {
            return scientific(value, digits);
        }
        BigDecimal rounded = rounded(value, digits);
        return plain(rounded.scale() >= 0 ? rounded : BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN));
    }

    /** A finite value other than zero as a number and a power of ten, to at most {@code digits} significant digits. */
    public static String scientific(double value, int digits) {
        BigDecimal rounded = rounded(value, digits);
        int exponent = exponent(rounded);
        return plain(rounded.scaleByPowerOfTen(-exponent)) + "×" + powerOfTen(exponent);
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    /** A value with exactly {@code decimals} digits after the point. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** A whole number, grouped by thousands. */
    public static String count(long value) {
        return plain(BigDecimal.valueOf(value));
    }

    /** Ten to a whole power, such as 10⁻⁶. */
    public static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        if (exponent < 0) {
            text.append('⁻');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /**
     * An estimate to the digits that its interval supports: two of the half width. A lopsided interval is written with
     * both limits. Without an interval the value has four significant digits.
     */
    public static String estimate(Estimate estimate) {
        double value = estimate.value();
        double low = estimate.low();
        double high = estimate.high();
        if (!Double.isFinite(value) || !estimate.hasInterval()) {
            return significant(value, POINT_DIGITS);
        }
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return significant(value, POINT_DIGITS) + limits(notFiniteOr(low), notFiniteOr(high));
        }
        double below = value - low;
        double above = high - value;
        double halfWidth = Math.max(Math.abs(below), Math.abs(above));
        if (halfWidth == 0) {
            return significant(value, POINT_DIGITS) + " ± 0";
        }
        int valueExponent = value == 0 ? Integer.MIN_VALUE : exponent(BigDecimal.valueOf(value));
        BigDecimal roundedWidth = BigDecimal.valueOf(halfWidth).round(INTERVAL_DIGITS);
        int magnitude = Math.max(valueExponent, exponent(roundedWidth));
        int decimals = Math.min(roundedWidth.scale(), DIGITS_MAX - 1 - magnitude);
        int shift = magnitude >= 9 || magnitude < -4 ? magnitude : 0;
        boolean symmetric = Math.abs(above - below) <= SYMMETRY_TOLERANCE * (above + below);
        String point = shifted(value, decimals, shift);
        String text = symmetric
                ? point + " ± " + shifted(halfWidth, decimals, shift)
                : point + limits(shifted(low, decimals, shift), shifted(high, decimals, shift));
        if (shift == 0) {
            return text;
        }
        return (symmetric ? "(" + text + ")" : text) + "×" + powerOfTen(shift);
    }

    private static String limits(String low, String high) {
        return " [" + low + ", " + high + "]";
    }

    private static String notFiniteOr(double limit) {
        return Double.isFinite(limit) ? significant(limit, POINT_DIGITS) : notFinite(limit);
    }

    private static String shifted(double value, int decimals, int shift) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return plain(rounded.scaleByPowerOfTen(-shift));
    }

    private static String notFinite(double value) {
        if (Double.isNaN(value)) {
            return NOT_OBSERVED;
        }
        return value > 0 ? "∞" : "−∞";
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String plain(BigDecimal value) {
        String digits = value.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder();
        if (value.signum() < 0) {
            text.append('−');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }
}
