package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItemCollection;

/**
 * Areas stacked from the first series up. Where one of them was not observed their sum is not known, so the whole stack
 * has a gap. The value axis is linear even if the chart asks for a logarithmic one: heights on that cannot be added.
 */
final class StackedAreasFigure {
    private static final float OPACITY = 0.85f;

    private StackedAreasFigure() {}

    static Figure of(Chart.StackedAreas chart) {
        Shapes.require(chart, "values", chart.values(), chart.series().size(), chart.at().length);
        Scale x = Scale.of(chart.x());
        Scale y = Scale.linear(chart.y());
        int points = chart.at().length;
        double[] at = new double[points];
        double[] base = new double[points];
        for (int i = 0; i < points; i++) {
            at[i] = x.admit(chart.at()[i]);
            double sum = 0;
            for (double[] values : chart.values()) {
                sum += values[i];
            }
            base[i] = Double.isNaN(y.admit(sum)) ? Double.NaN : y.admit(0);
        }
        BandPlot plot = new BandPlot();
        LegendItemCollection legend = new LegendItemCollection();
        for (int s = 0; s < chart.values().length; s++) {
            double[] top = new double[points];
            for (int i = 0; i < points; i++) {
                top[i] = base[i] + chart.values()[s][i];
            }
            Color colour = ChartStyle.colour(s);
            Polyline layer = new Polyline(at, top, base, top).thinned(Figure.WIDTH, x);
            plot.addBand(layer, colour, OPACITY);
            plot.addLine(layer, colour, ChartStyle.HAIRLINE);
            legend.add(ChartStyle.areaEntry(chart.series().get(s), colour));
            base = top;
        }
        List<String> remarks = new ArrayList<>(x.remarks());
        remarks.addAll(y.remarks());
        if (chart.y().logarithmic()) {
            remarks.add("Drawn on a linear axis: stacked heights cannot be added on a logarithmic one.");
        }
        return Figure.of(
                plot.plot(x.runningAxis(Figure.WIDTH * 0.8), y.lengthAxis(Figure.HEIGHT * 0.7)), legend, remarks);
    }
}
