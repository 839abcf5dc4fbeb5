package io.omerta.scenarios.sweep;

import io.omerta.reports.text.NumberText;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Sweep;
import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the results of the points of a sweep together. */
public final class SweepReport {
    private static final String TABLE = "points";
    private static final int MOST_LINES = 12;

    private final Sweep sweep;
    private final List<RunResult> points;

    private SweepReport(Sweep sweep, List<RunResult> points) {
        this.sweep = sweep;
        this.points = points;
    }

    /**
     * The results of a sweep as one: a table of the points, and for each metric a chart; lines over the first axis, one for
     * each value of a second, and a heat map where there are two.
     *
     * @param points results of the points, in order; fewer than the sweep has after an interruption, at least one
     * @param manifest what is needed to run the sweep again
     */
    public static RunResult of(Scenario scenario, Sweep sweep, List<RunResult> points, RunResult.Manifest manifest) {
        SweepReport report = new SweepReport(sweep, points);
        boolean complete = points.size() == sweep.points().size()
                && points.stream().allMatch(point -> point.completion() == Completion.COMPLETE);
        List<String> metrics = report.metrics();
        return new RunResult(
                scenario.name() + "-sweep",
                scenario.title(),
                scenario.description(),
                complete ? Completion.COMPLETE : Completion.INTERRUPTED,
                manifest,
                scenario.resolvedYaml(),
                report.verdicts(),
                List.of(),
                List.of(report.table(metrics)),
                complete ? report.charts(metrics) : List.of(),
                scenario.report().notes());
    }

    /** The metrics shown: those asked for, or all of the first point. */
    private List<String> metrics() {
        return sweep.metrics().isEmpty()
                ? points.get(0).metrics().stream().map(Metric::name).toList()
                : sweep.metrics();
    }

    private List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            String name = sweep.points().get(i).name();
            for (Verdict verdict : points.get(i).verdicts()) {
                verdicts.add(new Verdict(
                        name + "/" + verdict.id(),
                        verdict.kind(),
                        name + ": " + verdict.statement(),
                        verdict.outcome(),
                        verdict.measured(),
                        verdict.evidence(),
                        verdict.replay()));
            }
        }
        return verdicts;
    }

    private @Nullable Metric metric(int point, String name) {
        return points.get(point).metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Table table(List<String> metrics) {
        List<String> columns = new ArrayList<>();
        sweep.axes().forEach(axis -> columns.add(axis.key()));
        Map<String, Metric> known = known(metrics);
        metrics.forEach(name -> columns.add(label(name, known.get(name))));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<String> row = new ArrayList<>();
            int[] positions = sweep.positions(i);
            for (int axis = 0; axis < positions.length; axis++) {
                row.add(sweep.axes().get(axis).values().get(positions[axis]));
            }
            for (String name : metrics) {
                Metric metric = metric(i, name);
                row.add(metric == null ? NumberText.NOT_OBSERVED : NumberText.estimate(metric.estimate()));
            }
            rows.add(row);
        }
        return new Table(
                TABLE,
                "Points",
                "Mean over replications, and half the width of its confidence interval, at every combination of values."
                        + " All points have the same seeds.",
                columns,
                rows);
    }

    private static String label(String name, @Nullable Metric metric) {
        return metric == null || metric.unit().isEmpty() ? name : name + " (" + metric.unit() + ")";
    }

    /** The metrics that some point has, by name. */
    private Map<String, Metric> known(List<String> names) {
        Map<String, Metric> known = new LinkedHashMap<>();
        for (String name : names) {
            for (int i = 0; i < points.size(); i++) {
                Metric metric = metric(i, name);
                if (metric != null) {
                    known.putIfAbsent(name, metric);
                }
            }
        }
        return known;
    }

    private List<Chart> charts(List<String> metrics) {
        List<Chart> charts = new ArrayList<>();
        int axes = sweep.axes().size();
        if (axes > 2) {
            return charts;
        }
        known(metrics).forEach((name, metric) -> {
            boolean few = axes == 1 || sweep.axes().get(1).values().size() <= MOST_LINES;
            if (sweep.axes().get(0).numeric() && few) {
                charts.add(lines(metric));
            }
            if (axes == 2) {
                charts.add(heatMap(metric));
            }
        });
        return charts;
    }

    private Chart lines(Metric metric) {
        Sweep.Axis across = sweep.axes().get(0);
        List<String> others =
                sweep.axes().size() == 1 ? List.of("") : sweep.axes().get(1).values();
        int size = across.values().size();
        List<Integer> ascending = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ascending.add(i);
        }
        ascending.sort((i, j) -> Double.compare(number(across, i), number(across, j)));
        List<Chart.Series> series = new ArrayList<>();
        for (int other = 0; other < others.size(); other++) {
            double[] x = new double[size];
            double[] y = new double[size];
            double[] low = new double[size];
            double[] high = new double[size];
            for (int i = 0; i < size; i++) {
                Estimate estimate = estimate(ascending.get(i) * others.size() + other, metric.name());
                x[i] = number(across, ascending.get(i));
                y[i] = estimate.value();
                low[i] = estimate.hasInterval() ? estimate.low() : estimate.value();
                high[i] = estimate.hasInterval() ? estimate.high() : estimate.value();
            }
            String label =
                    others.size() == 1 ? metric.label() : sweep.axes().get(1).key() + " = " + others.get(other);
            series.add(Chart.Series.banded(label, x, y, low, high));
        }
        return new Chart.Lines(
                metric.name() + "-lines",
                metric.label() + " by " + across.key(),
                "Mean over replications with the band of its confidence interval.",
                Chart.Axis.linear(across.key(), ""),
                Chart.Axis.linear(metric.label(), metric.unit()),
                series,
                false);
    }

    private Chart heatMap(Metric metric) {
        Sweep.Axis down = sweep.axes().get(0);
        Sweep.Axis across = sweep.axes().get(1);
        double[][] values = new double[down.values().size()][across.values().size()];
        for (int i = 0; i < points.size(); i++) {
            int[] at = sweep.positions(i);
            values[at[0]][at[1]] = estimate(i, metric.name()).value();
        }
        return new Chart.HeatMap(
                metric.name() + "-map",
                metric.label() + " by " + down.key() + " and " + across.key(),
                "Mean over replications.",
                down.key(),
                across.key(),
                metric.label(),
                metric.unit(),
                down.values(),
                across.values(),
                values);
    }

    private static double number(Sweep.Axis axis, int position) {
        return Double.parseDouble(axis.values().get(position));
    }

    private Estimate estimate(int point, String name) {
        Metric metric = metric(point, name);
        return metric == null ? Estimate.point(Double.NaN, 0) : metric.estimate();
    }
}
