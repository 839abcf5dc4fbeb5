package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.DelayHistogram;
import java.util.ArrayList;
import java.util.List;

/**
 * Delays by category; drawn as boxes of the pooled observations of all replications.
 *
 * @param delays a histogram for each category
 */
public record BoxPanel(
        String id,
        String title,
        String caption,
        String categoryLabel,
        Chart.Axis yMillis,
        List<String> categories,
        List<DelayHistogram> delays)
        implements Panel {
    private static final double[] DRAWN = {0.01, 0.25, 0.5, 0.75, 0.99};

    public BoxPanel {
        categories = List.copyOf(categories);
        delays = List.copyOf(delays);
    }

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<BoxPanel> panels = Panel.cast(all, BoxPanel.class);
        List<String> observed = new ArrayList<>();
        List<double[]> boxes = new ArrayList<>();
        for (int category = 0; category < categories.size(); category++) {
            DelayHistogram pooled = new DelayHistogram(delays.get(category).boundNanos());
            for (BoxPanel panel : panels) {
                pooled.merge(panel.delays.get(category));
            }
            if (pooled.count() > 0) {
                observed.add(categories.get(category));
                double[] box = new double[DRAWN.length];
                for (int q = 0; q < box.length; q++) {
                    box[q] = pooled.quantileNanos(DRAWN[q]) / 1e6;
                }
                boxes.add(box);
            }
        }
        return new Chart.Boxes(id, title, caption, categoryLabel, yMillis, observed, boxes.toArray(double[][]::new));
    }
}
