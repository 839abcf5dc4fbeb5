package io.omerta.scenarios.run;

import io.omerta.sim.record.Chart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The charts of all variants. Line charts of one identifier over the same quantities become one chart, so that variants can be
 * compared; of many variants each line has a chart. The others are shown for each variant, as long as there are few.
 */
final class VariantCharts {
    private static final int FEW = 3;

    /** Length of the units of time that axes have. */
    private static final Map<String, Double> SECONDS =
            Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0);

    private final int variants;
    private final Map<String, Chart> charts = new LinkedHashMap<>();
    private boolean leftOut;

    VariantCharts(int variants) {
        this.variants = variants;
    }

    void add(String variant, List<Chart> own) {
        for (Chart chart : own) {
            if (variant.isEmpty()) {
                charts.put(chart.id(), chart);
            } else if (chart instanceof Chart.Lines lines) {
                comparable(lines).forEach(each -> add(variant, each));
            } else if (variants <= FEW) {
                Chart named = named(chart, variant + "-" + chart.id(), chart.title() + " (" + variant + ")");
                charts.put(named.id(), named);
            } else {
                leftOut = true;
            }
        }
    }

    /** A chart of several lines of many variants could not be read: each line has a chart of its own then. */
    private List<Chart.Lines> comparable(Chart.Lines lines) {
        if (variants <= FEW || lines.series().size() == 1) {
            return List.of(lines);
        }
        return lines.series().stream()
                .map(series -> new Chart.Lines(
                        lines.id() + "-"
                                + series.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                        lines.title() + ": " + series.name(),
                        lines.caption(),
                        lines.x(),
                        lines.y(),
                        List.of(series),
                        lines.steps()))
                .toList();
    }

    private void add(String variant, Chart.Lines lines) {
        String id = lines.id();
        List<Chart.Series> series = new ArrayList<>();
        Chart.Axis x = lines.x();
        if (charts.get(id) instanceof Chart.Lines before) {
            Chart.@Nullable Axis common = common(before.x(), x);
            if (common != null && before.y().equals(lines.y())) {
                series.addAll(rescaled(before, common));
                x = common;
            } else {
                id = variant + "-" + id;
            }
        }
        for (Chart.Series own : rescaled(lines, x)) {
            String name = lines.series().size() == 1 ? variant : variant + ": " + own.name();
            series.add(new Chart.Series(name, own.x(), own.y(), own.low(), own.high(), own.dashed()));
        }
        charts.put(id, new Chart.Lines(id, lines.title(), lines.caption(), x, lines.y(), series, lines.steps()));
    }

    /** The axis on which both can be drawn: of two units of time, the larger. Null if there is none. */
    private static Chart.@Nullable Axis common(Chart.Axis one, Chart.Axis two) {
        if (one.equals(two)) {
            return one;
        }
        Double first = SECONDS.get(one.unit());
        Double second = SECONDS.get(two.unit());
        boolean alike = one.label().equals(two.label()) && one.logarithmic() == two.logarithmic();
        return !alike || first == null || second == null ? null : first > second ? one : two;
    }

    private static List<Chart.Series> rescaled(Chart.Lines lines, Chart.Axis x) {
        if (lines.x().equals(x)) {
            return lines.series();
        }
        double factor = seconds(lines.x()) / seconds(x);
        return lines.series().stream()
                .map(series -> new Chart.Series(
                        series.name(),
                        Arrays.stream(series.x()).map(at -> at * factor).toArray(),
                        series.y(),
                        series.low(),
                        series.high(),
                        series.dashed()))
                .toList();
    }

    private static double seconds(Chart.Axis axis) {
        return Objects.requireNonNull(SECONDS.get(axis.unit()), axis.unit());
    }

    private static Chart named(Chart chart, String id, String title) {
        if (chart instanceof Chart.StackedAreas c) {
            return new Chart.StackedAreas(id, title, c.caption(), c.x(), c.y(), c.series(), c.at(), c.values());
        }
        if (chart instanceof Chart.Bars c) {
            return new Chart.Bars(
                    id,
                    title,
                    c.caption(),
                    c.categoryLabel(),
                    c.y(),
                    c.categories(),
                    c.series(),
                    c.values(),
                    c.low(),
                    c.high());
        }
        if (chart instanceof Chart.Boxes c) {
            return new Chart.Boxes(id, title, c.caption(), c.categoryLabel(), c.y(), c.categories(), c.quantiles());
        }
        if (chart instanceof Chart.HeatMap c) {
            return new Chart.HeatMap(
                    id,
                    title,
                    c.caption(),
                    c.rowLabel(),
                    c.columnLabel(),
                    c.valueLabel(),
                    c.unit(),
                    c.rows(),
                    c.columns(),
                    c.values());
        }
        throw new IllegalStateException("no way to rename " + chart.getClass());
    }

    List<Chart> all() {
        return List.copyOf(charts.values());
    }

    /** What the reader should know of charts that are not there. */
    List<String> notes() {
        return leftOut
                ? List.of("With more than " + FEW
                        + " variants only charts that compare them are drawn; run one with --variant NAME for all of its"
                        + " charts.")
                : List.of();
    }
}
