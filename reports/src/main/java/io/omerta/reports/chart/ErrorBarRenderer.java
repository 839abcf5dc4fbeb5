package io.omerta.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** Flat bars with error bars that need not be symmetric, as confidence limits seldom are. */
final class ErrorBarRenderer extends BarRenderer {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double BAR_WIDTH_MAX = 0.12;
    private static final double CAP_MAX = 5;
    private static final double DASH_DISTANCE = 8;

    private final double[][] values;
    private final double[][] low;
    private final double[][] high;

    /**
     * @param values {@code values[series][category]}; NaN where nothing was observed
     * @param low {@code low[series][category]}; NaN for no error bar
     * @param high same shape
     */
    ErrorBarRenderer(double[][] values, double[][] low, double[][] high) {
        this.values = values;
        this.low = low;
        this.high = high;
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(false);
        setItemMargin(0.06);
        setMaximumBarWidth(BAR_WIDTH_MAX);
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            CategoryItemRendererState state,
            Rectangle2D dataArea,
            CategoryPlot plot,
            CategoryAxis domainAxis,
            ValueAxis rangeAxis,
            CategoryDataset dataset,
            int row,
            int column,
            int pass) {
        super.drawItem(graphics, state, dataArea, plot, domainAxis, rangeAxis, dataset, row, column, pass);
        PlotOrientation orientation = plot.getOrientation();
        boolean upright = orientation == PlotOrientation.VERTICAL;
        double start = calculateBarW0(plot, orientation, dataArea, domainAxis, state, row, column);
        double middle = start + state.getBarWidth() / 2;
        double cap = Math.min(CAP_MAX, state.getBarWidth() / 3);
        RectangleEdge edge = plot.getRangeAxisEdge();
        if (Double.isNaN(values[row][column])) {
            double base = rangeAxis.valueToJava2D(Math.max(0, rangeAxis.getLowerBound()), dataArea, edge);
            ChartStyle.drawNotObserved(
                    graphics, upright ? middle : base + DASH_DISTANCE, upright ? base - DASH_DISTANCE : middle);
            return;
        }
        if (Double.isNaN(low[row][column]) || Double.isNaN(high[row][column])) {
            return;
        }
        double from = rangeAxis.valueToJava2D(low[row][column], dataArea, edge);
        double to = rangeAxis.valueToJava2D(high[row][column], dataArea, edge);
        graphics.setPaint(ChartStyle.INK);
        graphics.setStroke(ChartStyle.HAIRLINE);
        graphics.draw(line(upright, middle, from, middle, to));
        graphics.draw(line(upright, middle - cap, from, middle + cap, from));
        graphics.draw(line(upright, middle - cap, to, middle + cap, to));
    }

    private static Line2D line(boolean upright, double across1, double along1, double across2, double along2) {
        return upright
                ? new Line2D.Double(across1, along1, across2, along2)
                : new Line2D.Double(along1, across1, along2, across2);
    }
}
