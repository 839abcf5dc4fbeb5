package io.omerta.reports.chart;

import io.omerta.reports.text.NumberText;
import java.io.Serial;
import java.io.Serializable;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;

/** Ticks of linear axes: steps of 1, 2 or 5 times a power of ten, labelled with as many decimals as the step needs. */
final class DecimalTicks implements TickUnitSource, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int[] MANTISSAS = {1, 2, 5};

    @Override
    public TickUnit getLargerTickUnit(TickUnit unit) {
        return getCeilingTickUnit(unit.getSize() * 1.5);
    }

    @Override
    public TickUnit getCeilingTickUnit(TickUnit unit) {
        return getCeilingTickUnit(unit.getSize());
    }

    /** The smallest step that is not below {@code size}. */
    @Override
    public TickUnit getCeilingTickUnit(double size) {
        int exponent = (int) Math.floor(StrictMath.log10(size));
        for (int mantissa : MANTISSAS) {
            double step = Double.parseDouble(mantissa + "E" + exponent);
            if (step >= size * (1 - 1e-9)) {
                return new NumberTickUnit(step, new StepFormat(exponent));
            }
        }
        return new NumberTickUnit(Double.parseDouble("1E" + (exponent + 1)), new StepFormat(exponent + 1));
    }

    /** Labels of ticks whose step is of the order 10^exponent. */
    private static final class StepFormat extends NumberFormat {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final int PLAIN_DECIMALS_MAX = 4;
        private static final double PLAIN_MAX = 1e7;
        private static final int SCIENTIFIC_DIGITS = 6;

        private final int exponent;

        StepFormat(int exponent) {
            this.exponent = exponent;
        }

        @Override
        public StringBuffer format(double value, StringBuffer text, FieldPosition position) {
            // Ticks are sums of steps, so that zero may arrive as a rounding error.
            boolean zero = Math.abs(value) < 1e-6 * StrictMath.pow(10, exponent);
            return text.append(label(zero ? 0 : value));
        }

        private String label(double value) {
            if (exponent < -PLAIN_DECIMALS_MAX || Math.abs(value) >= PLAIN_MAX) {
                return value == 0 ? "0" : NumberText.scientific(value, SCIENTIFIC_DIGITS);
            }
            return NumberText.fixed(value, Math.max(0, -exponent));
        }

        @Override
        public StringBuffer format(long value, StringBuffer text, FieldPosition position) {
            return format((double) value, text, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("tick labels are only written");
        }
    }
}
