package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Subject;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.economics.study.FormulaStudy;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.kernel.ReferenceKernel;
import io.omerta.sim.network.workload.SessionsSpec;
import io.omerta.sim.network.workload.WorkloadSpec;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.replication.CancellationToken;
import io.omerta.sim.replication.Replications;
import io.omerta.sim.study.ReplicationFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped scenario, scaled down, on both event lists and on the reference kernel. */
class ShippedScenariosTest {
    private static final int NODES = 60;
    private static final long MOST_EVENTS = 300_000;

    @TestFactory
    Stream<DynamicTest> heapWheelAndReferenceKernelGiveTheSameTraceAndObservations() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName() + "/" + file.getFileName(), () -> assertKernelsAgree(file)));
    }

    @Test
    void aScenarioFileIsFound() throws IOException {
        assertFalse(files().isEmpty());
    }

    /** The control: what is compared above depends on what is run. */
    @Test
    void anotherSeedGivesOtherTraces() throws IOException {
        Path file = files().get(0);
        List<String> other = new ArrayList<>(scaling(file));
        other.add("seed=2");

        assertNotEquals(
                traces(run(
                        alternatives(ScenarioLoader.load(file, scaling(file))).get(0), ReferenceKernel::new)),
                traces(run(alternatives(ScenarioLoader.load(file, other)).get(0), ReferenceKernel::new)));
    }

    private static void assertKernelsAgree(Path file) {
        for (Scenario scenario : alternatives(ScenarioLoader.load(file, scaling(file)))) {
            assertTrue(
                    scenario.subject() instanceof Subject.Economy
                            || scenario.mesh().network().nodes().count() <= NODES,
                    () -> file + " cannot be scaled down: a variant sets network.nodes");
            List<ReplicationFindings> expected = run(scenario, ReferenceKernel::new);
            long events = expected.stream()
                    .mapToLong(findings -> findings.trace().events())
                    .sum();
            assertTrue(
                    events > 100 || isCalculation(scenario),
                    () -> file + " scaled down does nothing: " + events + " events");
            assertTrue(events < MOST_EVENTS, () -> file + " is not small when scaled down: " + events + " events");

            for (QueueKind queue : QueueKind.values()) {
                List<ReplicationFindings> actual = run(scenario, () -> new PrimitiveKernel(queue));
                assertEquals(traces(expected), traces(actual), queue.name());
                assertEquals(observations(expected), observations(actual), queue.name());
            }
        }
    }

    private static boolean isCalculation(Scenario scenario) {
        return scenario.subject() instanceof Subject.Economy economy && economy.study() instanceof FormulaStudy;
    }

    /** Overrides that make a scenario small and leave what it is about. */
    private static List<String> scaling(Path file) {
        Scenario scenario = ScenarioLoader.load(file, List.of());
        if (scenario.subject() instanceof Subject.Economy economy) {
            return economy.study() instanceof FormulaStudy
                    ? List.of("replications=2")
                    : List.of("economy.days=150", "replications=2");
        }
        WorkloadSpec workload = scenario.mesh().workload();
        if (workload instanceof SessionsSpec) {
            return List.of("replications=2"); // small as they are, and their nodes have names
        }
        String less;
        if (workload instanceof WorkloadSpec.BlockPropagation) {
            less = "workload.blocks=3";
        } else if (workload instanceof WorkloadSpec.Gossip) {
            less = "workload.messages=10";
        } else if (workload instanceof WorkloadSpec.Ping) {
            less = "duration=20 s";
        } else {
            throw new AssertionError(file + ": say here how a " + workload.type() + " scenario is scaled down");
        }
        return List.of("network.nodes=" + NODES, "replications=2", less);
    }

    private static List<Scenario> alternatives(Scenario scenario) {
        return scenario.variants().isEmpty()
                ? List.of(scenario)
                : scenario.variants().stream().map(Variant::scenario).toList();
    }

    private static List<ReplicationFindings> run(Scenario scenario, Supplier<EventKernel> kernels) {
        return Replications.run(
                        scenario.seed(),
                        scenario.replications(),
                        1,
                        new ScenarioReplication(scenario, ScenarioReplication.UNWATCHED, any -> kernels.get()),
                        (completed, total, events) -> {},
                        new CancellationToken())
                .values();
    }

    private static List<ReplicationTrace> traces(List<ReplicationFindings> findings) {
        return findings.stream().map(ReplicationFindings::trace).toList();
    }

    private static List<?> observations(List<ReplicationFindings> findings) {
        return findings.stream().map(ReplicationFindings::observations).toList();
    }

    private static List<Path> files() throws IOException {
        Path current = Path.of("").toAbsolutePath();
        Path module = Files.exists(current.resolve("scenarios")) ? current.resolve("scenarios") : current;
        try (Stream<Path> all = Files.walk(module)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(module.resolve("src")))
                    .filter(file -> !file.startsWith(module.resolve("target")))
                    .sorted()
                    .toList();
        }
    }
}
