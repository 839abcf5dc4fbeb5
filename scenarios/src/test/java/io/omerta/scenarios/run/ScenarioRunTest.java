package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.replication.CancellationToken;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioRunTest {
    @Test
    void aRunHasOneTraceAReplicationInOrder() {
        RunOutcome outcome = Runs.run(Runs.scenario(Runs.GOSSIP, "replications=3"));

        assertEquals(Completion.COMPLETE, outcome.result().completion());
        assertEquals(
                List.of(0, 1, 2),
                outcome.traces().stream().map(record -> record.trace().index()).toList());
        assertEquals(
                TraceHash.ofRun(outcome.traces()), outcome.result().manifest().traceSha256());
    }

    @Test
    void aReplicationAloneRepeatsItsTrace() {
        ReplicationRecord second = Runs.run(Runs.scenario(Runs.GOSSIP)).traces().get(1);
        ReplicationRecord alone = Runs.run(Runs.scenario(
                        Runs.GOSSIP, "replications=1", "seed=" + second.trace().seed()))
                .traces()
                .get(0);

        assertEquals(second.trace().sha256(), alone.trace().sha256());
    }

    @Test
    void variantsMeetTheSameSeedsAndNameTheirMetricsVerdictsAndTraces() {
        RunOutcome outcome = Runs.run(Runs.scenario(Runs.GOSSIP_VARIANTS));

        assertEquals(
                List.of("fanout-3", "fanout-3", "fanout-4", "fanout-4"),
                outcome.traces().stream().map(ReplicationRecord::variant).toList());
        assertEquals(
                outcome.traces().get(1).trace().seed(),
                outcome.traces().get(3).trace().seed());
        List<String> metrics =
                outcome.result().metrics().stream().map(Metric::name).toList();
        assertTrue(metrics.contains("fanout-3/gossip.coverage") && metrics.contains("fanout-4/gossip.coverage"));
        assertTrue(
                outcome.result().verdicts().stream().map(Verdict::id).toList().contains("fanout-4/accounting"));
    }

    @Test
    void anExpectationOfOneVariantIsNotCheckedInAnother() {
        RunOutcome outcome = Runs.run(Runs.scenario(Runs.GOSSIP_VARIANTS
                + "expect: [{id: wide, variant: fanout-4, metric: gossip.coverage, at_least: 0}]\n"));

        List<String> ids = outcome.result().verdicts().stream().map(Verdict::id).toList();
        assertTrue(ids.contains("fanout-4/wide"));
        assertTrue(!ids.contains("fanout-3/wide"));
    }

    @Test
    void anExpectationThatFailsMakesTheRunViolated() {
        RunOutcome outcome = Runs.run(Runs.scenario(
                Runs.GOSSIP + "expect: [{id: impossible, over: every, metric: gossip.coverage, at_least: 2}]\n"));

        assertEquals(Outcome.VIOLATED, outcome.result().outcome());
        Verdict verdict = outcome.result().verdicts().stream()
                .filter(candidate -> candidate.id().equals("impossible"))
                .findFirst()
                .orElseThrow();
        assertEquals("./omerta run small.yaml --seed 1 --replications 1", verdict.replay());
    }

    @Test
    void anExpectationOfAnUnknownMetricIsRefused() {
        Scenario scenario = Runs.scenario(Runs.GOSSIP + "expect: [{metric: gossip.coverag, at_least: 0}]\n");

        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> Runs.run(scenario));
        assertTrue(String.valueOf(refused.getMessage()).contains("gossip.coverage"), refused.getMessage());
    }

    @Test
    void anInterruptedRunReportsTheReplicationsThatHadEnded() {
        CancellationToken token = new CancellationToken();
        RunOutcome outcome =
                Runs.run(Runs.scenario(Runs.GOSSIP, "replications=5"), token, variant -> cancelAt(token, 2));

        assertEquals(Completion.INTERRUPTED, outcome.result().completion());
        assertEquals(
                List.of(0, 1),
                outcome.traces().stream().map(record -> record.trace().index()).toList());
        assertEquals(2, outcome.result().metrics().get(0).perReplication().size());
    }

    @Test
    void anInterruptedRunLeavesOutTheVariantsAfterIt() {
        CancellationToken token = new CancellationToken();
        RunOutcome outcome = Runs.run(Runs.scenario(Runs.GOSSIP_VARIANTS), token, variant -> cancelAt(token, 1));

        assertEquals(Completion.INTERRUPTED, outcome.result().completion());
        assertEquals(
                List.of("fanout-3"),
                outcome.traces().stream().map(ReplicationRecord::variant).toList());
    }

    @Test
    void whetherAnyoneWatchesChangesNoTrace() {
        Scenario scenario = Runs.scenario(Runs.GOSSIP);
        long[] seen = {0};
        RunOutcome watched = Runs.run(scenario, new CancellationToken(), variant -> (replication, kernel) -> {
            kernel.trace().observe((i, time, source, counter, type, target, a, b, c) -> seen[0]++);
            return () -> {};
        });

        assertEquals(TraceHash.ofRun(Runs.run(scenario).traces()), TraceHash.ofRun(watched.traces()));
        assertEquals(
                watched.traces().stream()
                        .mapToLong(record -> record.trace().events())
                        .sum(),
                seen[0]);
    }

    @Test
    void aFailureNamesItsReplicationSeedAndReplayCommand() {
        IOException cause = new IOException("disk full");
        Scenario scenario = Runs.scenario(Runs.GOSSIP);
        FailedRun failure = assertThrows(
                FailedRun.class, () -> Runs.run(scenario, new CancellationToken(), variant -> failAt(1, cause)));

        long seed = RandomStreams.replicationSeed(1, 1);
        assertNotEquals(1, seed);
        assertEquals(
                "small-gossip: replication 1 (seed " + seed + ") failed: disk full\n"
                        + "replay: ./omerta run small.yaml --seed " + seed + " --replications 1",
                failure.getMessage());
        assertSame(cause, failure.getCause().getCause());
    }

    @Test
    void aFailureInAVariantNamesIt() {
        Scenario scenario = Runs.scenario(Runs.GOSSIP_VARIANTS);
        FailedRun failure = assertThrows(
                FailedRun.class,
                () -> Runs.run(
                        scenario,
                        new CancellationToken(),
                        variant -> variant.equals("fanout-4")
                                ? failAt(0, new IOException("disk full"))
                                : ScenarioReplication.UNWATCHED));

        assertEquals(
                "small-gossip, variant fanout-4: replication 0 (seed 1) failed: disk full\n"
                        + "replay: ./omerta run small.yaml --variant fanout-4 --seed 1 --replications 1",
                failure.getMessage());
    }

    private static ScenarioReplication.TraceWatch cancelAt(CancellationToken token, int index) {
        return (replication, kernel) -> {
            if (replication == index) {
                token.cancel();
            }
            return () -> {};
        };
    }

    private static ScenarioReplication.TraceWatch failAt(int index, IOException failure) {
        return (replication, kernel) -> {
            if (replication == index) {
                throw failure;
            }
            return () -> {};
        };
    }
}
