package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.record.Metric;
import io.omerta.sim.replication.CancellationToken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmeasuredMetricTest {
    private static final String NETWORK = "schema_version: 1\nreplications: 1\nnetwork: {preset: omerta, nodes: 20}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workload: {type: block-propagation, blocks: 2}",
                "workload: {type: gossip, messages: 2}",
                "workload: {type: gossip, messages: 2, repair: {enabled: true}}\nduration: 1 min",
                "workload: {type: ping}\nduration: 10 s"
            })
    void whatAModelSaysItMeasuresIsWhatItsRunMeasures(String workload) {
        Scenario scenario = scenario(NETWORK + workload + "\n");
        Set<String> measured = run(scenario).result().metrics().stream()
                .map(Metric::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(measured, UnmeasuredMetric.measured(scenario));
    }

    @Test
    void anExpectationOfOneVariantIsHeldAgainstThatVariantAlone() {
        String variants =
                """
                workload: {type: gossip}
                duration: 1 min
                variants:
                  - {name: gossip}
                  - {name: ping, set: {workload: {type: ping}}}
                expect:
                  - {metric: ping.sent, variant: %s, at_least: 1}
                """;
        UnmeasuredMetric.refuse(scenario(NETWORK + variants.formatted("ping")));

        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> UnmeasuredMetric.refuse(scenario(NETWORK + variants.formatted("gossip"))));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith(
                                "test.yaml: unknown metric \"ping.sent\" in the expectation \"expect[0]\"; allowed: "),
                refused.getMessage());
    }

    private static Scenario scenario(String text) {
        return ScenarioLoader.loadText("test.yaml", text, Path.of(""), List.of());
    }

    private static RunOutcome run(Scenario scenario) {
        return ScenarioRun.run(
                scenario,
                new RunContext(
                        1,
                        new RunCommandLine(List.of(), "test.yaml", "", List.of()),
                        "unknown",
                        false,
                        Clock.systemUTC(),
                        (variant, completed, total, events) -> {},
                        new CancellationToken(),
                        variant -> ScenarioReplication.UNWATCHED));
    }
}
