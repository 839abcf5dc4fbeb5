package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.stats.MeanInterval;
import java.util.Arrays;
import java.util.List;

/**
 * Amounts by category; drawn as bars of their mean with error bars.
 *
 * @param values one for each category
 */
public record CountPanel(
        String id,
        String title,
        String caption,
        String categoryLabel,
        Chart.Axis y,
        List<String> categories,
        String series,
        double[] values)
        implements Panel {
    public CountPanel {
        categories = List.copyOf(categories);
    }

    @Override
    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<CountPanel> panels = Panel.cast(all, CountPanel.class);
        double[][] mean = new double[1][categories.size()];
        double[][] low = new double[1][categories.size()];
        double[][] high = new double[1][categories.size()];
        for (int c = 0; c < categories.size(); c++) {
            int category = c;
            double[] observed =
                    panels.stream().mapToDouble(panel -> panel.values[category]).toArray();
            // an interval for amounts that are never negative must not reach below zero
            double least = Arrays.stream(observed).anyMatch(value -> value < 0) ? Double.NEGATIVE_INFINITY : 0;
            Estimate estimate = MeanInterval.studentT(observed, level);
            mean[0][c] = estimate.value();
            low[0][c] = estimate.hasInterval() ? Math.max(least, estimate.low()) : estimate.value();
            high[0][c] = estimate.hasInterval() ? estimate.high() : estimate.value();
        }
        return new Chart.Bars(id, title, caption, categoryLabel, y, categories, List.of(series), mean, low, high);
    }
}
