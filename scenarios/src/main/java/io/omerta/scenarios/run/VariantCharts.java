package io.omerta.scenarios.run;

import io.omerta.sim.record.Chart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The charts of all variants. Line charts of one identifier and the same axes become one chart, so that variants can be
 * compared; the others are shown for each variant, as long as there are few.
 */
final class VariantCharts {
    private static final int FEW = 3;

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
                add(variant, lines);
            } else if (variants <= FEW) {
                Chart named = named(chart, variant + "-" + chart.id(), chart.title() + " (" + variant + ")");
                charts.put(named.id(), named);
            } else {
                leftOut = true;
            }
        }
    }

    private void add(String variant, Chart.Lines lines) {
        List<Chart.Series> series = new ArrayList<>();
        String id = lines.id();
        if (charts.get(id) instanceof Chart.Lines before) {
            if (before.x().equals(lines.x()) && before.y().equals(lines.y())) {
                series.addAll(before.series());
            } else {
                id = variant + "-" + id;
            }
        }
        for (Chart.Series own : lines.series()) {
            String name = lines.series().size() == 1 ? variant : variant + ": " + own.name();
            series.add(new Chart.Series(name, own.x(), own.y(), own.low(), own.high(), own.dashed()));
        }
        charts.put(
                id, new Chart.Lines(id, lines.title(), lines.caption(), lines.x(), lines.y(), series, lines.steps()));
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
