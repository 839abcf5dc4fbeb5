package io.omerta.sim.network.observe;

import io.omerta.sim.record.Chart;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.List;

/** The spread of delays between regions, as boxes of the pooled delays of all replications. */
record RegionDelayPanel(String id, List<String> regionNames, DelayStatistics delays) implements Panel {
    private static final double[] DRAWN = {0.01, 0.25, 0.5, 0.75, 0.99};

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<RegionDelayPanel> panels = Panel.cast(all, RegionDelayPanel.class);
        List<String> pairs = new ArrayList<>();
        List<double[]> boxes = new ArrayList<>();
        for (int from = 0; from < regionNames.size(); from++) {
            for (int to = 0; to < regionNames.size(); to++) {
                DelayDistribution pooled = new DelayDistribution();
                for (RegionDelayPanel panel : panels) {
                    pooled.add(panel.delays.between(from, to));
                }
                if (pooled.count() > 0) {
                    pairs.add(regionNames.get(from) + " → " + regionNames.get(to));
                    double[] box = new double[DRAWN.length];
                    for (int q = 0; q < box.length; q++) {
                        box[q] = pooled.quantileNanos(DRAWN[q]) / 1e6;
                    }
                    boxes.add(box);
                }
            }
        }
        return new Chart.Boxes(
                id,
                "Delay by pair of regions",
                "From sending to arrival, all kinds of messages, pooled over replications. Box: quartiles and median;"
                        + " whiskers: 1st and 99th percentile.",
                "from → to",
                Chart.Axis.logarithmic("delay", "ms"),
                pairs,
                boxes.toArray(double[][]::new));
    }

    @Override
    public boolean isEmpty() {
        return delays.all().count() == 0;
    }
}
