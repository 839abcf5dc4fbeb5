package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;

/** Lines with bands; a band has the colour of its line. References are grey and dashed. */
final class LinesFigure {
    private static final float BAND_OPACITY = 0.2f;

    private LinesFigure() {}

    static Figure of(Chart.Lines chart) {
        Scale x = Scale.of(chart.x());
        Scale y = Scale.of(chart.y());
        List<Polyline> polylines = new ArrayList<>();
        for (Chart.Series series : chart.series()) {
            Polyline polyline = admitted(series, x, y).thinned(Figure.WIDTH, x);
            polylines.add(chart.steps() ? polyline.staircase() : polyline);
        }
        BandPlot plot = new BandPlot();
        LegendItemCollection legend = new LegendItemCollection();
        int measured = 0;
        int references = 0;
        for (int i = 0; i < polylines.size(); i++) {
            Chart.Series series = chart.series().get(i);
            Color colour = series.dashed() ? ChartStyle.SOFT_INK : ChartStyle.colour(measured);
            BasicStroke stroke =
                    series.dashed() ? ChartStyle.referenceStroke(references++) : ChartStyle.lineStroke(measured++);
            plot.addBand(polylines.get(i), colour, BAND_OPACITY);
            plot.addLine(polylines.get(i), colour, stroke);
            legend.add(ChartStyle.lineEntry(series.name(), colour, stroke));
        }
        List<String> remarks = new ArrayList<>(x.remarks());
        remarks.addAll(y.remarks());
        ValueAxis xAxis = x.runningAxis(Figure.WIDTH * 0.8);
        ValueAxis yAxis = y.positionAxis(Figure.HEIGHT * 0.7);
        return Figure.of(plot.plot(xAxis, yAxis), legend, remarks);
    }

    private static Polyline admitted(Chart.Series series, Scale x, Scale y) {
        double[] nothing = new double[series.x().length];
        Arrays.fill(nothing, Double.NaN);
        double[] at = Arrays.stream(series.x()).map(x::admit).toArray();
        double[] value = Arrays.stream(series.y()).map(y::admit).toArray();
        if (series.low().length == 0) {
            return new Polyline(at, value, nothing, nothing);
        }
        return new Polyline(
                at,
                value,
                Arrays.stream(series.low()).map(y::admitEdge).toArray(),
                Arrays.stream(series.high()).map(y::admitEdge).toArray());
    }
}
