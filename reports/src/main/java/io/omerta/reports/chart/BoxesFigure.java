package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.DefaultCategoryDataset;

/** Box plots from given quantiles. A category whose quantiles cannot all be shown keeps its place and is left empty. */
final class BoxesFigure {
    private static final int QUANTILES = 5;
    private static final int BOX_HEIGHT = 24;

    private BoxesFigure() {}

    static Figure of(Chart.Boxes chart) {
        int categories = chart.categories().size();
        Shapes.require(chart, "quantiles", chart.quantiles(), categories, QUANTILES);
        Scale scale = Scale.of(chart.y());
        CategoryLayout layout = new CategoryLayout(chart.categories(), 1, BOX_HEIGHT);
        DefaultCategoryDataset medians = new DefaultCategoryDataset();
        List<double[]> boxes = new ArrayList<>();
        for (int c = 0; c < categories; c++) {
            double[] given = chart.quantiles()[c];
            // The lower whisker may reach zero, which a logarithmic axis cannot: it is then drawn to the edge.
            double[] box = {
                scale.admitEdge(given[0]),
                scale.admit(given[1]),
                scale.admit(given[2]),
                scale.admit(given[3]),
                scale.admit(given[4])
            };
            boxes.add(box);
            medians.addValue((Double) box[2], "median", layout.keys().get(c));
        }
        ValueAxis valueAxis = scale.positionAxis(layout.valueLabelRoom());
        CategoryPlot plot = layout.plot(
                medians, chart.categoryLabel(), valueAxis, new QuantileBoxRenderer(chart.quantiles(), boxes));
        return Figure.of(plot, new LegendItemCollection(), scale.remarks()).tall(layout.height());
    }
}
