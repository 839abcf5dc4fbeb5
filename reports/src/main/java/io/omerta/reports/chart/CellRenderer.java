package io.omerta.reports.chart;

import io.omerta.reports.text.NumberText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;

/** Draws item {@code row * columns + column} as a cell; a cell without observation is grey with a dash. */
final class CellRenderer extends AbstractXYItemRenderer {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DIGITS = 3;
    /** Digits before the point would make cells wide from here on. */
    private static final double SCIENTIFIC_FROM = 1e6;

    private static final double GAP = 1;
    private static final Color UNOBSERVED = new Color(0xF1F3F5);

    private final double[][] values;
    private final ColourRamp ramp;
    private final boolean printed;

    /**
     * @param values {@code values[row][column]}
     * @param printed whether cells hold their value as text
     */
    CellRenderer(double[][] values, ColourRamp ramp, boolean printed) {
        this.values = values;
        this.ramp = ramp;
        this.printed = printed;
    }

    /** Width of the widest printed value; 0 if none is printed. */
    double widestLabel() {
        double widest = 0;
        if (printed) {
            for (double[] row : values) {
                for (double value : row) {
                    widest = Math.max(widest, ChartStyle.textWidth(label(value), ChartStyle.TICK_FONT));
                }
            }
        }
        return widest;
    }

    private static String label(double value) {
        return Math.abs(value) >= SCIENTIFIC_FROM && Double.isFinite(value)
                ? NumberText.scientific(value, DIGITS)
                : NumberText.significant(value, DIGITS);
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshairState,
            int pass) {
        int row = item / values[0].length;
        int column = item % values[0].length;
        double value = values[row][column];
        double left = domainAxis.valueToJava2D(column - 0.5, dataArea, plot.getDomainAxisEdge());
        double right = domainAxis.valueToJava2D(column + 0.5, dataArea, plot.getDomainAxisEdge());
        double top = rangeAxis.valueToJava2D(row - 0.5, dataArea, plot.getRangeAxisEdge());
        double bottom = rangeAxis.valueToJava2D(row + 0.5, dataArea, plot.getRangeAxisEdge());
        double gap = printed ? GAP : 0;
        Color ground = Double.isNaN(value) ? UNOBSERVED : ramp.colour(value);
        graphics.setPaint(ground);
        graphics.fill(new Rectangle2D.Double(left, top, right - left - gap, bottom - top - gap));
        if (printed) {
            graphics.setPaint(ColourRamp.ink(ground));
            graphics.setFont(ChartStyle.TICK_FONT);
            TextUtils.drawAlignedString(
                    label(value),
                    graphics,
                    (float) ((left + right) / 2),
                    (float) ((top + bottom) / 2),
                    TextAnchor.CENTER);
        }
    }
}
