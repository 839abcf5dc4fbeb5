package io.omerta.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** A box from the second to the fourth of five quantiles, a line at the third, whiskers to the outer two. */
final class QuantileBoxRenderer extends AbstractCategoryItemRenderer {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double BOX_MAX = 56;
    private static final BasicStroke MEDIAN = new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final Color EDGE = ChartStyle.colour(0);
    private static final Color FILL = ChartStyle.translucent(EDGE, 64);

    private static final double DASH_DISTANCE = 8;

    private final double[][] quantiles;
    private final transient List<double[]> boxes;

    /**
     * @param quantiles {@code quantiles[category]}, five each; NaN where nothing was observed
     * @param boxes the same as far as the axis can show them; a box with a NaN is not drawn
     */
    QuantileBoxRenderer(double[][] quantiles, List<double[]> boxes) {
        this.quantiles = quantiles;
        this.boxes = boxes;
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
        RectangleEdge categoryEdge = plot.getDomainAxisEdge();
        double start = domainAxis.getCategoryStart(column, getColumnCount(), dataArea, categoryEdge);
        double end = domainAxis.getCategoryEnd(column, getColumnCount(), dataArea, categoryEdge);
        double middle = (start + end) / 2;
        if (hasNaN(quantiles[column])) {
            boolean upright = plot.getOrientation() == PlotOrientation.VERTICAL;
            ChartStyle.drawNotObserved(
                    graphics,
                    upright ? middle : dataArea.getMinX() + DASH_DISTANCE,
                    upright ? dataArea.getMaxY() - DASH_DISTANCE : middle);
            return;
        }
        double[] box = boxes.get(column);
        if (hasNaN(box)) {
            return;
        }
        double half = Math.min(Math.abs(end - start), BOX_MAX) / 2;
        double[] at = Arrays.stream(box)
                .map(value -> rangeAxis.valueToJava2D(value, dataArea, plot.getRangeAxisEdge()))
                .toArray();
        new Glyph(graphics, plot.getOrientation(), middle, half).draw(at);
    }

    private static boolean hasNaN(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /** One box plot, drawn along the value axis at {@code middle}. */
    private record Glyph(Graphics2D graphics, PlotOrientation orientation, double middle, double half) {
        void draw(double[] at) {
            graphics.setStroke(ChartStyle.HAIRLINE);
            graphics.setPaint(EDGE);
            graphics.draw(along(at[0], at[1]));
            graphics.draw(along(at[3], at[4]));
            graphics.draw(across(at[0], half / 2));
            graphics.draw(across(at[4], half / 2));
            Shape body = body(at[1], at[3]);
            graphics.setPaint(FILL);
            graphics.fill(body);
            graphics.setPaint(EDGE);
            graphics.draw(body);
            graphics.setStroke(MEDIAN);
            graphics.draw(across(at[2], half));
        }

        private boolean upright() {
            return orientation == PlotOrientation.VERTICAL;
        }

        private Shape along(double from, double to) {
            return upright()
                    ? new Line2D.Double(middle, from, middle, to)
                    : new Line2D.Double(from, middle, to, middle);
        }

        private Shape across(double at, double reach) {
            return upright()
                    ? new Line2D.Double(middle - reach, at, middle + reach, at)
                    : new Line2D.Double(at, middle - reach, at, middle + reach);
        }

        private Shape body(double from, double to) {
            double start = Math.min(from, to);
            double length = Math.abs(to - from);
            return upright()
                    ? new Rectangle2D.Double(middle - half, start, 2 * half, length)
                    : new Rectangle2D.Double(start, middle - half, length, 2 * half);
        }
    }
}
