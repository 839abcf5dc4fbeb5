package io.omerta.scenarios.run;

import io.omerta.reports.text.NumberText;
import io.omerta.scenarios.model.Comparison;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Table;
import io.omerta.sim.stats.HolmCorrection;
import io.omerta.sim.stats.PairedComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Differences of variants to one of them, replication by replication. */
final class VariantDifferences {
    static final String TABLE = "differences";

    private record Row(Metric metric, String variant, PairedComparison comparison) {}

    private VariantDifferences() {}

    /**
     * Compares variants that were run with the same seeds. Where one had more replications than the other, the ones that both
     * had are compared.
     *
     * @param metrics of each variant, by name; both in order
     * @param level confidence level of the intervals, in (0, 1)
     * @return the table; none if the baseline is not among the variants, as after an interruption
     */
    static List<Table> of(Comparison comparison, Map<String, Map<String, Metric>> metrics, double level) {
        Map<String, Metric> baseline = metrics.getOrDefault(comparison.baseline(), Map.of());
        List<Row> rows = new ArrayList<>();
        Collection<String> names = comparison.metrics().isEmpty() ? baseline.keySet() : comparison.metrics();
        for (String name : names) {
            Metric reference = baseline.get(name);
            if (reference == null) {
                continue;
            }
            metrics.forEach((variant, own) -> {
                Metric metric = own.get(name);
                if (metric != null && !variant.equals(comparison.baseline())) {
                    rows.add(new Row(metric, variant, compared(metric, reference, level)));
                }
            });
        }
        return rows.isEmpty() ? List.of() : List.of(table(comparison.baseline(), rows));
    }

    private static PairedComparison compared(Metric metric, Metric reference, double level) {
        int pairs = Math.min(
                metric.perReplication().size(), reference.perReplication().size());
        return PairedComparison.of(values(metric, pairs), values(reference, pairs), level);
    }

    private static double[] values(Metric metric, int count) {
        return metric.perReplication().stream()
                .limit(count)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Table table(String baseline, List<Row> rows) {
        double[] adjusted = HolmCorrection.adjusted(
                rows.stream().mapToDouble(row -> row.comparison().pValue()).toArray());
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            cells.add(List.of(
                    row.metric().name()
                            + (row.metric().unit().isEmpty()
                                    ? ""
                                    : " (" + row.metric().unit() + ")"),
                    row.variant(),
                    NumberText.estimate(row.comparison().difference()),
                    probability(adjusted[i]),
                    number(row.comparison().varianceRatio())));
        }
        return new Table(
                TABLE,
                "Differences from " + baseline,
                "Each variant minus " + baseline
                        + ", replication by replication under the same seeds: the mean difference"
                        + " and half the width of its confidence interval. p is the probability of such a difference"
                        + " by luck alone (paired t test), Holm-adjusted: calling all differences with p below 0.05 real"
                        + " errs anywhere in this table of " + rows.size() + " with a probability of at most 0.05. The"
                        + " variance ratio is what is left of the variance of the difference, compared with independent"
                        + " seeds.",
                List.of("metric", "variant", "difference", "p (Holm)", "variance ratio"),
                cells);
    }

    private static String probability(double p) {
        return p < 1e-4 ? "< 0.0001" : number(p);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NumberText.NOT_OBSERVED : NumberText.significant(value, 2);
    }
}
