package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Fits an axis to data: collects the extent of what can be shown and counts what cannot, which is infinite values and,
 * on a logarithmic axis, values at or below zero. NaN is a gap and is not counted.
 */
final class Scale {
    private static final double MARGIN = 0.04;
    /** A linear axis starts at zero unless the data keep further away from it than this part of their maximum. */
    private static final double ZERO_WITHIN = 0.4;

    /** Beyond this the width of an axis would overflow. */
    private static final double VALUE_MAX = 1e300;

    private static final double VALUE_MIN = 1e-300;
    /** Ends of an axis nearer to each other than this part of their size are one value. */
    private static final double RESOLUTION = 1e-9;

    private final Chart.Axis axis;
    private final boolean logarithmic;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private int infinite;
    private int notPositive;
    private int cutEdges;

    private Scale(Chart.Axis axis, boolean logarithmic) {
        this.axis = axis;
        this.logarithmic = logarithmic;
    }

    static Scale of(Chart.Axis axis) {
        return new Scale(axis, axis.logarithmic());
    }

    /** For marks that start at zero, which a logarithmic axis does not have. */
    static Scale linear(Chart.Axis axis) {
        return new Scale(axis, false);
    }

    /** The value if the axis can show it, else NaN. */
    double admit(double value) {
        if (Math.abs(value) > VALUE_MAX) {
            infinite++;
            return Double.NaN;
        }
        if (logarithmic && value <= 0) {
            notPositive++;
            return Double.NaN;
        }
        if (!Double.isNaN(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return value;
    }

    /**
     * An end of an interval around an admitted value: like {@link #admit}, but an end that the axis cannot reach is
     * drawn as far as the axis goes.
     */
    double admitEdge(double value) {
        if (logarithmic && value <= 0) {
            cutEdges++;
            return Double.MIN_NORMAL;
        }
        return admit(value);
    }

    boolean isEmpty() {
        return low > high;
    }

    /** A position on the axis as a number proportional to the distance along it. */
    double along(double value) {
        return logarithmic ? StrictMath.log10(value) : value;
    }

    /** What this axis does not show, a sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        String name = axis.label().isBlank() ? "the axis" : "\"" + axis.label() + "\"";
        if (isEmpty()) {
            remarks.add("No value to draw on " + name + ".");
        }
        if (notPositive > 0) {
            remarks.add(values(notPositive) + " at or below zero not drawn: " + name + " is logarithmic.");
        }
        if (cutEdges > 0) {
            remarks.add((cutEdges == 1 ? "1 interval reaches" : cutEdges + " intervals reach")
                    + " zero or less and " + (cutEdges == 1 ? "ends" : "end") + " at the edge: " + name
                    + " is logarithmic.");
        }
        if (infinite > 0) {
            remarks.add(values(infinite) + " on " + name + " too large to draw.");
        }
        return remarks;
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }

    /** An axis for marks that are read by position: starts near the data. */
    ValueAxis positionAxis(double labelRoom) {
        return axis(false, false, labelRoom);
    }

    /** An axis for a quantity that runs, such as time: no margin. */
    ValueAxis runningAxis(double labelRoom) {
        return axis(true, false, labelRoom);
    }

    /** An axis for marks that are read by length: contains zero, if linear. */
    ValueAxis lengthAxis(double labelRoom) {
        return axis(false, true, labelRoom);
    }

    /** Colours over the extent of the data. */
    ColourRamp ramp() {
        if (isEmpty()) {
            return new ColourRamp(0, 1);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= RESOLUTION * size) {
            return new ColourRamp(low - roomAround(size), high + roomAround(size));
        }
        return new ColourRamp(low, high);
    }

    private ValueAxis axis(boolean tight, boolean fromZero, double labelRoom) {
        ValueAxis fitted = logarithmic ? logarithmicAxis(tight) : linearAxis(tight, fromZero);
        ChartStyle.styleAxis(fitted, ChartStyle.axisLabel(axis), labelRoom);
        return fitted;
    }

    /** What is shown on either side of data that are all one value. */
    private static double roomAround(double size) {
        return size < VALUE_MIN ? 1 : size / 2;
    }

    private ValueAxis logarithmicAxis(boolean tight) {
        DecadeAxis decades = new DecadeAxis();
        if (isEmpty()) {
            decades.setRange(1, 10);
            return decades;
        }
        double logLow = StrictMath.log10(low);
        double logHigh = StrictMath.log10(high);
        double margin = logHigh == logLow ? 0.5 : tight ? 0 : MARGIN * (logHigh - logLow);
        decades.setRange(
                Math.max(StrictMath.pow(10, logLow - margin), Double.MIN_NORMAL),
                Math.min(StrictMath.pow(10, logHigh + margin), Double.MAX_VALUE));
        return decades;
    }

    private ValueAxis linearAxis(boolean tight, boolean fromZero) {
        NumberAxis linear = new NumberAxis();
        linear.setStandardTickUnits(new DecimalTicks());
        // Room around labels spaces the ticks.
        linear.setTickLabelInsets(new RectangleInsets(5, 4, 5, 4));
        if (isEmpty()) {
            linear.setRange(0, 1);
            return linear;
        }
        double from = low;
        double to = high;
        boolean zeroIsNear = !tight && low >= 0 && low <= ZERO_WITHIN * high;
        if (fromZero || zeroIsNear) {
            from = Math.min(from, 0);
            to = Math.max(to, 0);
        }
        double span = to - from;
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (span <= RESOLUTION * size) {
            linear.setRange(from - roomAround(size), to + roomAround(size));
            return linear;
        }
        double margin = tight ? 0 : MARGIN * span;
        linear.setRange(from == 0 ? 0 : from - margin, to == 0 ? 0 : to + margin);
        return linear;
    }
}
