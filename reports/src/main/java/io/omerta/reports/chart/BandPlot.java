package io.omerta.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Lines and areas over two numeric axes, all areas under all lines. */
final class BandPlot {
    private static final double DOT = 6;

    private final YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    private final DeviationRenderer bandRenderer = new DeviationRenderer(false, false);
    private final DefaultXYDataset lines = new DefaultXYDataset();
    private final List<Polyline> polylines = new ArrayList<>();
    private final DotRenderer lineRenderer = new DotRenderer(polylines);

    /** Fills between the edges of the polyline's band, once for each stretch between gaps. */
    void addBand(Polyline polyline, Color fill, float opacity) {
        bandRenderer.setAlpha(opacity);
        for (int[] stretch : polyline.bandStretches()) {
            YIntervalSeries series = new YIntervalSeries(bands.getSeriesCount(), false, true);
            for (int i = stretch[0]; i <= stretch[1]; i++) {
                series.add(polyline.x()[i], polyline.low()[i], polyline.low()[i], polyline.high()[i]);
            }
            bandRenderer.setSeriesFillPaint(bands.getSeriesCount(), fill);
            bands.addSeries(series);
        }
    }

    void addLine(Polyline polyline, Color colour, BasicStroke stroke) {
        int index = lines.getSeriesCount();
        lines.addSeries(index, new double[][] {polyline.x(), polyline.y()});
        polylines.add(polyline);
        lineRenderer.setSeriesPaint(index, colour);
        lineRenderer.setSeriesStroke(index, stroke);
    }

    XYPlot plot(ValueAxis x, ValueAxis y) {
        // The first renderer draws the grid, so it is there even if no series has a band.
        XYPlot plot = new XYPlot(bands, x, y, bandRenderer);
        ChartStyle.styleXyPlot(plot);
        plot.setDataset(1, lines);
        plot.setRenderer(1, lineRenderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** Draws a line as one path, and a dot for a point that no line reaches. */
    private static final class DotRenderer extends XYLineAndShapeRenderer {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<Polyline> polylines;

        DotRenderer(List<Polyline> polylines) {
            super(true, false);
            this.polylines = polylines;
            setDrawSeriesLineAsPath(true);
            Shape dot = new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);
            setDefaultShape(dot);
            setAutoPopulateSeriesShape(false);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return polylines.get(series).isAlone(item);
        }
    }
}
