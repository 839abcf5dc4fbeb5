package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import java.util.Arrays;
import java.util.List;

/**
 * Amounts by time bucket, stacked by series; drawn as the mean rate over replications. Replications may have buckets of
 * different widths, as long as each width is a power of two times the narrowest.
 *
 * @param perSeconds the amount is drawn as a rate per this many seconds
 * @param bucketNanos width of a bucket, nanoseconds
 * @param amounts {@code amounts[series][bucket]}
 */
public record TimelinePanel(
        String id,
        String title,
        String caption,
        Chart.Axis y,
        double perSeconds,
        List<String> series,
        long bucketNanos,
        double[][] amounts)
        implements Panel {
    public TimelinePanel {
        series = List.copyOf(series);
    }

    @Override
    public boolean isEmpty() {
        return Arrays.stream(amounts).flatMapToDouble(Arrays::stream).allMatch(amount -> amount == 0);
    }

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<TimelinePanel> panels = Panel.cast(all, TimelinePanel.class);
        long width = panels.stream().mapToLong(TimelinePanel::bucketNanos).max().orElse(bucketNanos);
        int buckets =
                panels.stream().mapToInt(panel -> panel.bucketsOf(width)).max().orElse(0);
        double[] at = new double[buckets];
        for (int b = 0; b < buckets; b++) {
            at[b] = (b + 0.5) * width / 1e9;
        }
        double[][] mean = new double[series.size()][buckets];
        double scale = perSeconds / (width / 1e9) / panels.size();
        for (TimelinePanel panel : panels) {
            int factor = (int) (width / panel.bucketNanos);
            for (int s = 0; s < mean.length; s++) {
                for (int b = 0; b < panel.amounts[s].length; b++) {
                    mean[s][b / factor] += panel.amounts[s][b] * scale;
                }
            }
        }
        TimeScale scaleOfTime = TimeScale.forSeconds(buckets * (width / 1e9));
        for (int b = 0; b < buckets; b++) {
            at[b] /= scaleOfTime.seconds();
        }
        return new Chart.StackedAreas(
                id, title, caption, Chart.Axis.linear("virtual time", scaleOfTime.unit()), y, series, at, mean);
    }

    private int bucketsOf(long width) {
        int own = amounts.length == 0 ? 0 : amounts[0].length;
        int factor = (int) (width / bucketNanos);
        return (own + factor - 1) / factor;
    }
}
