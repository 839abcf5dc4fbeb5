package io.omerta.scenarios.run;

import io.omerta.reports.html.ReportPage;
import io.omerta.reports.text.NumberText;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics of variants side by side. */
final class VariantTables {
    private VariantTables() {}

    /**
     * @param metrics metrics of every variant, named "variant/metric"
     */
    static List<Table> of(Scenario scenario, List<Metric> metrics) {
        if (scenario.variants().isEmpty()) {
            return List.of();
        }
        List<String> variants = scenario.variants().stream().map(Variant::name).toList();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            int slash = metric.name().indexOf('/');
            String variant = metric.name().substring(0, slash);
            String name =
                    metric.name().substring(slash + 1) + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")");
            List<String> row = rows.computeIfAbsent(name, key -> new ArrayList<>(emptyRow(key, variants.size())));
            row.set(1 + variants.indexOf(variant), NumberText.estimate(metric.estimate()));
        }
        List<String> columns = new ArrayList<>(List.of("metric"));
        columns.addAll(variants);
        return List.of(new Table(
                ReportPage.VARIANTS_TABLE,
                "Variants side by side",
                "Mean over replications, and half the width of its confidence interval.",
                columns,
                List.copyOf(rows.values())));
    }

    private static List<String> emptyRow(String name, int variants) {
        List<String> row = new ArrayList<>(List.of(name));
        for (int i = 0; i < variants; i++) {
            row.add(NumberText.NOT_OBSERVED);
        }
        return row;
    }
}
