package io.omerta.reports.chart;

import io.omerta.reports.text.NumberText;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with labels at decades, and at 2 and 5 or at every digit between them where there is room. JFreeChart
 * spaces its ticks evenly instead, which labels such values as 3.16.
 */
final class DecadeAxis extends LogAxis {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double LABEL_WIDTH = 68;
    private static final double LABEL_HEIGHT = 22;
    private static final int[][] DENSITIES = {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1}};
    private static final int PLAIN_DECADE_MIN = -4;
    private static final int PLAIN_DECADE_MAX = 6;

    @Override
    public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        double room = horizontal ? dataArea.getWidth() / LABEL_WIDTH : dataArea.getHeight() / LABEL_HEIGHT;
        TextAnchor anchor = horizontal
                ? edge == RectangleEdge.TOP ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        return ticks(getLowerBound(), getUpperBound(), (int) Math.max(2, room), anchor);
    }

    /** At most {@code labelsMax} labelled ticks within the bounds, and unlabelled ones between them. */
    static List<ValueTick> ticks(double low, double high, int labelsMax, TextAnchor anchor) {
        int first = (int) Math.floor(StrictMath.log10(low));
        int last = (int) Math.ceil(StrictMath.log10(high));
        int[] labelled = DENSITIES[DENSITIES.length - 1];
        for (int[] mantissas : DENSITIES) {
            if (count(low, high, first, last, mantissas) <= labelsMax) {
                labelled = mantissas;
                break;
            }
        }
        int decadeStep = labelled.length > 1 ? 1 : Math.max(1, (last - first) / labelsMax + 1);
        boolean plain = first >= PLAIN_DECADE_MIN && last <= PLAIN_DECADE_MAX;
        List<ValueTick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int mantissa : decadeStep == 1 ? DENSITIES[0] : DENSITIES[DENSITIES.length - 1]) {
                double value = value(mantissa, decade);
                if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) {
                    continue;
                }
                boolean major = contains(labelled, mantissa) && Math.floorMod(decade, decadeStep) == 0;
                String label = major ? label(mantissa, decade, plain) : "";
                ticks.add(new NumberTick(major ? TickType.MAJOR : TickType.MINOR, value, label, anchor, anchor, 0));
            }
        }
        return ticks;
    }

    private static int count(double low, double high, int first, int last, int[] mantissas) {
        int count = 0;
        for (int decade = first; decade <= last; decade++) {
            for (int mantissa : mantissas) {
                double value = value(mantissa, decade);
                if (value >= low && value <= high) {
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean contains(int[] mantissas, int wanted) {
        for (int mantissa : mantissas) {
            if (mantissa == wanted) {
                return true;
            }
        }
        return false;
    }

    private static double value(int mantissa, int decade) {
        return Double.parseDouble(mantissa + "E" + decade);
    }

    private static String label(int mantissa, int decade, boolean plain) {
        if (plain) {
            return NumberText.fixed(value(mantissa, decade), Math.max(0, -decade));
        }
        String power = NumberText.powerOfTen(decade);
        return mantissa == 1 ? power : mantissa + "×" + power;
    }
}
