package io.omerta.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.data.category.CategoryDataset;

/**
 * Room for category labels: marks stand upright while every label fits beneath its own, and lie down, one row for each
 * category, as soon as one does not. Labels are never turned or dropped.
 */
final class CategoryLayout {
    private static final double PLOT_WIDTH = Figure.WIDTH * 0.84;
    private static final double LABEL_GAP = 10;
    private static final double SIDE_LABEL_WIDTH = Figure.WIDTH * 0.42;
    private static final double EDGE_GAP = 8;
    private static final int AROUND_ROWS = 150;
    private static final int ROW_GAP = 16;

    private final List<String> keys;
    private final double slot;
    private final boolean lying;
    private final int height;

    /**
     * @param labels categories in order
     * @param marks marks side by side in each category
     * @param markHeight height of one of them when it lies
     */
    CategoryLayout(List<String> labels, int marks, int markHeight) {
        keys = distinct(labels);
        slot = PLOT_WIDTH / Math.max(1, labels.size()) - LABEL_GAP;
        lying = labels.stream().anyMatch(label -> ChartStyle.textWidth(label, ChartStyle.TICK_FONT) > slot);
        height = lying
                ? Math.max(Figure.HEIGHT / 2, AROUND_ROWS + labels.size() * (marks * markHeight + ROW_GAP))
                : Figure.HEIGHT;
    }

    /** Keys of the categories: their labels, told apart by invisible characters where two are the same. */
    List<String> keys() {
        return keys;
    }

    int height() {
        return height;
    }

    double valueLabelRoom() {
        return lying ? Figure.WIDTH * 0.55 : height * 0.7;
    }

    CategoryPlot plot(CategoryDataset data, String categoryLabel, ValueAxis valueAxis, CategoryItemRenderer renderer) {
        CategoryPlot plot = new CategoryPlot(data, axis(categoryLabel), valueAxis, renderer);
        ChartStyle.styleCategoryPlot(plot);
        plot.setOrientation(lying ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        return plot;
    }

    private CategoryAxis axis(String label) {
        // Upright labels are known to fit; a viewer's wider font must not wrap them.
        CategoryAxis axis = new FullLabelAxis(lying ? SIDE_LABEL_WIDTH : slot + LABEL_GAP);
        ChartStyle.styleAxis(axis, label, lying ? height * 0.7 : Figure.WIDTH * 0.8);
        axis.setTickLabelPaint(ChartStyle.INK);
        double margin = EDGE_GAP / (lying ? height : Figure.WIDTH);
        axis.setLowerMargin(margin);
        axis.setUpperMargin(margin);
        axis.setCategoryMargin(0.25);
        axis.setTickMarksVisible(false);
        axis.setCategoryLabelPositionOffset(7);
        return axis;
    }

    static List<String> distinct(List<String> labels) {
        Set<String> taken = new LinkedHashSet<>();
        List<String> keys = new ArrayList<>();
        for (String label : labels) {
            StringBuilder key = new StringBuilder(label);
            while (!taken.add(key.toString())) {
                key.append('\u200B');
            }
            keys.add(key.toString());
        }
        return keys;
    }
}
