package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Table;
import io.omerta.sim.stats.MeanInterval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantTablesTest {
    private static final Scenario SCENARIO = Runs.scenario(Runs.GOSSIP_VARIANTS);

    @Test
    void aScenarioWithoutVariantsHasNone() {
        assertEquals(List.of(), VariantTables.of(Runs.scenario(Runs.GOSSIP), List.of(metric("t50", "ms", 1))));
    }

    @Test
    void metricsGoDownAndVariantsAcross() {
        Table table = table(
                metric("fanout-3/t50", "ms", 7, 7),
                metric("fanout-3/coverage", "", 0, 0),
                metric("fanout-4/t50", "ms", 5, 5),
                metric("fanout-4/coverage", "", 1, 1));

        assertEquals(List.of("metric", "fanout-3", "fanout-4"), table.columns());
        assertEquals(
                List.of("t50 (ms)", "coverage"),
                table.rows().stream().map(row -> row.get(0)).toList());
        assertTrue(table.rows().get(0).get(1).startsWith("7"));
        assertTrue(table.rows().get(0).get(2).startsWith("5"));
        assertTrue(table.rows().get(1).get(2).startsWith("1"));
    }

    @Test
    void aMetricThatAVariantLacksOrDidNotObserveIsADash() {
        Table table = table(metric("fanout-4/repairs", "", 5, 5), metric("fanout-3/t50", "ms", Double.NaN));

        assertEquals("–", table.rows().get(0).get(1));
        assertEquals("–", table.rows().get(1).get(1));
    }

    private static Table table(Metric... metrics) {
        return VariantTables.of(SCENARIO, List.of(metrics)).get(0);
    }

    private static Metric metric(String name, String unit, double... values) {
        return new Metric(
                name, "label", unit, Arrays.stream(values).boxed().toList(), MeanInterval.studentT(values, 0.95));
    }
}
