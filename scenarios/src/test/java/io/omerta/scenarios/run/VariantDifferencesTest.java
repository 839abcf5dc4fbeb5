package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.scenarios.model.Comparison;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Table;
import io.omerta.sim.stats.MeanInterval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantDifferencesTest {
    private static final double[] BASELINE = {10, 20, 30, 40};

    @Test
    void differencesAreTakenReplicationByReplication() {
        Table table = table(Map.of("off", BASELINE), Map.of("on", new double[] {12, 22, 32, 42}));

        assertEquals(
                List.of("t50 (ms)", "on", "2 ± 0", "< 0.0001", "0"),
                table.rows().get(0));
    }

    @Test
    void pValuesAreAdjustedOverTheWholeTable() {
        // Paired t test of 1, 2, 3, 4: p = 0.0305. Alone it stays; of two it is the smaller and doubles.
        double[] treated = {11, 22, 33, 44};

        assertEquals(
                "0.03",
                table(Map.of("off", BASELINE), Map.of("on", treated))
                        .rows()
                        .get(0)
                        .get(3));
        assertEquals(
                "0.061",
                table(Map.of("off", BASELINE), Map.of("on", treated), Map.of("idle", new double[] {11, 19, 31, 39}))
                        .rows()
                        .get(0)
                        .get(3));
    }

    @Test
    void ofDifferentNumbersOfReplicationsTheCommonOnesAreCompared() {
        Table table = table(Map.of("off", BASELINE), Map.of("on", new double[] {11, 21}));

        assertEquals("1 ± 0", table.rows().get(0).get(2));
    }

    @Test
    void aMetricOrABaselineThatWasNotMeasuredHasNoRow() {
        assertEquals(
                List.of(),
                VariantDifferences.of(new Comparison("off", List.of("t90")), metrics(Map.of("off", BASELINE)), 0.95));
        assertEquals(
                List.of(),
                VariantDifferences.of(new Comparison("off", List.of()), metrics(Map.of("on", BASELINE)), 0.95));
    }

    @SafeVarargs
    private static Table table(Map<String, double[]>... variants) {
        return VariantDifferences.of(new Comparison("off", List.of("t50")), metrics(variants), 0.95)
                .get(0);
    }

    @SafeVarargs
    private static Map<String, Map<String, Metric>> metrics(Map<String, double[]>... variants) {
        Map<String, Map<String, Metric>> metrics = new LinkedHashMap<>();
        for (Map<String, double[]> variant : variants) {
            variant.forEach((name, values) -> metrics.put(
                    name,
                    Map.of(
                            "t50",
                            new Metric(
                                    "t50",
                                    "delay",
                                    "ms",
                                    Arrays.stream(values).boxed().toList(),
                                    MeanInterval.studentT(values, 0.95)))));
        }
        return metrics;
    }
}
