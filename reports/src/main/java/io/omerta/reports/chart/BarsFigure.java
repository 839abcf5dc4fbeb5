package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars side by side in each category, with error bars where the chart has them. */
final class BarsFigure {
    private static final int BAR_HEIGHT = 18;

    private BarsFigure() {}

    static Figure of(Chart.Bars chart) {
        int series = chart.series().size();
        int categories = chart.categories().size();
        Shapes.require(chart, "values", chart.values(), series, categories);
        boolean errorBars = chart.low().length > 0 || chart.high().length > 0;
        if (errorBars) {
            Shapes.require(chart, "low", chart.low(), series, categories);
            Shapes.require(chart, "high", chart.high(), series, categories);
        }
        Scale scale = Scale.of(chart.y());
        CategoryLayout layout = new CategoryLayout(chart.categories(), series, BAR_HEIGHT);
        List<String> seriesKeys = CategoryLayout.distinct(chart.series());
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        double[][] low = new double[series][categories];
        double[][] high = new double[series][categories];
        for (int s = 0; s < series; s++) {
            for (int c = 0; c < categories; c++) {
                double value = scale.admit(chart.values()[s][c]);
                boolean drawn = errorBars && !Double.isNaN(value);
                low[s][c] = drawn ? scale.admitEdge(chart.low()[s][c]) : Double.NaN;
                high[s][c] = drawn ? scale.admitEdge(chart.high()[s][c]) : Double.NaN;
                data.addValue(
                        Double.isNaN(value) ? null : (Double) value,
                        seriesKeys.get(s),
                        layout.keys().get(c));
            }
        }
        ErrorBarRenderer renderer = new ErrorBarRenderer(chart.values(), low, high);
        LegendItemCollection legend = new LegendItemCollection();
        for (int s = 0; s < series; s++) {
            Color colour = ChartStyle.colour(s);
            renderer.setSeriesPaint(s, colour);
            legend.add(ChartStyle.areaEntry(chart.series().get(s), colour));
        }
        ValueAxis valueAxis = scale.lengthAxis(layout.valueLabelRoom());
        CategoryPlot plot = layout.plot(data, chart.categoryLabel(), valueAxis, renderer);
        return Figure.of(plot, legend, scale.remarks()).tall(layout.height());
    }
}
