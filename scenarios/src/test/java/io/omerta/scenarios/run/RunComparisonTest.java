package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.replication.CancellationToken;
import io.omerta.sim.replication.Replications;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final String CRASH =
            Runs.GOSSIP + "faults: [{type: crash, at: %s, duration: 1 s, nodes: [node_7]}]\n";
    private static final String PING =
            """
            schema_version: 1
            name: small-ping
            replications: 1
            duration: %s
            network: {preset: omerta, nodes: 40}
            workload: {type: ping, interval: 200 ms, size: 1 kB}
            """;

    @Test
    void theSameRunHasNoDifference() {
        Scenario scenario = Runs.scenario(Runs.GOSSIP);

        assertNull(RunComparison.compare(side(scenario), side(scenario)));
    }

    @Test
    void aFaultThatComesLaterIsTheFirstDifference() {
        Scenario early = Runs.scenario(CRASH.formatted("15 s"));
        Scenario late = Runs.scenario(CRASH.formatted("16 s"));

        RunComparison.Divergence divergence = assertFound(early, late);
        assertNotNull(divergence.first());
        assertEquals("control", divergence.first().type());
        assertEquals(15_000_000_000L, divergence.first().timeNanos());
        assertTrue(divergence.first().index() > 2 * 1024, "late enough that marks tell where to look");
    }

    @Test
    void anotherSeedDiffersFromItsFirstOtherEventOn() {
        assertFound(Runs.scenario(Runs.GOSSIP), Runs.scenario(Runs.GOSSIP, "seed=2"));
    }

    @Test
    void aTraceThatGoesOnWhereTheOtherEndsDiffersThere() {
        Scenario shorter = Runs.scenario(PING.formatted("20 s"));
        Scenario longer = Runs.scenario(PING.formatted("30 s"));

        RunComparison.Divergence divergence = assertFound(shorter, longer);
        assertNull(divergence.first());
        assertNotNull(divergence.second());
        assertEquals(events(shorter).size(), divergence.second().index());
    }

    @Test
    void theVariantThatDiffersIsNamed() {
        Scenario one = Runs.scenario(Runs.GOSSIP_VARIANTS);
        Scenario two = Runs.scenario(Runs.GOSSIP_VARIANTS.replace("workload.fanout: 4", "workload.fanout: 6"));

        RunComparison.Divergence divergence = RunComparison.compare(side(one), side(two));
        assertNotNull(divergence);
        assertEquals("fanout-4", divergence.variant());
        assertEquals(0, divergence.replication());
    }

    @Test
    void onlyReplicationsThatBothHaveAreCompared() {
        assertNull(RunComparison.compare(
                side(Runs.scenario(Runs.GOSSIP)), side(Runs.scenario(Runs.GOSSIP, "replications=1"))));
    }

    /** Finds the first difference the long way, from whole traces. */
    private static RunComparison.Divergence assertFound(Scenario one, Scenario two) {
        List<TracedEvent> mine = events(one);
        List<TracedEvent> theirs = events(two);
        int i = 0;
        while (i < Math.min(mine.size(), theirs.size()) && mine.get(i).equals(theirs.get(i))) {
            i++;
        }

        RunComparison.Divergence divergence = RunComparison.compare(side(one), side(two));
        assertNotNull(divergence);
        assertEquals(mine.subList(Math.max(0, i - 3), i), divergence.common());
        assertEquals(i < mine.size() ? mine.get(i) : null, divergence.first());
        assertEquals(i < theirs.size() ? theirs.get(i) : null, divergence.second());
        return divergence;
    }

    private static RunComparison.Side side(Scenario scenario) {
        return new RunComparison.Side("run", Runs.run(scenario).traces(), variant -> scenario.variants().stream()
                .filter(candidate -> candidate.name().equals(variant))
                .findFirst()
                .map(candidate -> candidate.scenario())
                .orElse(scenario));
    }

    private static List<TracedEvent> events(Scenario scenario) {
        List<TracedEvent> events = new ArrayList<>();
        ScenarioReplication.TraceWatch watch = (replication, kernel) -> {
            kernel.trace()
                    .observe((i, time, source, counter, type, target, a, b, c) -> events.add(
                            new TracedEvent(i, time, source, counter, kernel.eventTypeName(type), target, a, b, c)));
            return () -> {};
        };
        Replications.run(
                scenario.seed(),
                1,
                1,
                new ScenarioReplication(scenario, watch),
                (completed, total, done) -> {},
                new CancellationToken());
        return events;
    }
}
