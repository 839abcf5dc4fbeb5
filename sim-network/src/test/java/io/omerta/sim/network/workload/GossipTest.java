package io.omerta.sim.network.workload;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.fault.Fault.PartitionShape;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.workload.WorkloadSpec.GossipMode;
import io.omerta.sim.network.workload.WorkloadSpec.Repair;
import io.omerta.sim.network.workload.WorkloadSpec.Targets;
import io.omerta.sim.testing.SeededTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GossipTest {
    private static final long SECOND = VirtualTime.SECOND;
    private static final long INTERVAL_NANOS = 20 * SECOND;
    private static final long SEED = 1;
    private static final int BYTES = 500;

    /** A message takes 10 ms of propagation and 1 microsecond a byte. */
    private static final long HOP_NANOS = NEAR_NANOS + BYTES * FAST_BYTE_NANOS;

    private static final Repair NO_REPAIR = new Repair(false, SECOND, 32);
    private static final Repair REPAIR = new Repair(true, SECOND, 32);

    private static WorkloadSpec push(int messages, int fanout, Targets targets, boolean excludeSource) {
        return new WorkloadSpec.Gossip(
                messages, fanout, INTERVAL_NANOS, BYTES, GossipMode.INFECT_AND_DIE, targets, excludeSource, NO_REPAIR);
    }

    private static WorkloadSpec repaired(int messages, int fanout) {
        return new WorkloadSpec.Gossip(
                messages, fanout, INTERVAL_NANOS, BYTES, GossipMode.INFECT_AND_DIE, Targets.ANYONE, false, REPAIR);
    }

    private static WorkloadRun among(int nodes, WorkloadSpec spec) {
        return WorkloadRun.of(spec, WorkloadRun.COMPLETE, nodes, SEED);
    }

    private static Fault crash(long at, long duration, boolean loseDurableState, int node) {
        return new Fault.Crash(at, duration, nodes(node), loseDurableState, InFlight.DELIVER);
    }

    private static long countTo(int node, List<WorkloadRun.Message> messages) {
        return messages.stream().filter(message -> message.to() == node).count();
    }

    /**
     * The reached fraction s of one rumour among n nodes has a standard deviation of at most sqrt(s (1 - s) / n) /
     * (1 - f (1 - s)) (von Bahr and Martin-Lof, "Threshold limit theorems for some epidemic processes", 1980, for Poisson
     * fanouts; a constant one varies less). Five of those of the mean over all rumours: error rate below 1e-6. The
     * distance of finite n from the limit is of order 1 / n and does not show.
     */
    @ParameterizedTest
    @CsvSource({"2, 0.79681", "3, 0.94048", "4, 0.98017"})
    void pushGossipReachesTheFractionOfTheory(int fanout, double s) {
        int n = 2000;
        int rumours = 40;
        double reached =
                among(n, push(rumours, fanout, Targets.ANYONE, false)).run().observed("gossip.coverage");
        double deviation = Math.sqrt(s * (1 - s) / n) / (1 - fanout * (1 - s));
        assertEquals(s, reached, 5 * deviation / Math.sqrt(rumours));
    }

    @Test
    void theTheoryShownBesideItIsTheSame() {
        WorkloadRun run = among(3, push(1, 3, Targets.ANYONE, false)).run();
        assertEquals(0.94048, run.observed("gossip.coverage_theory"), 5e-6);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0.79681", "5, 0.99302"})
    void theFinalSizeSolvesItsEquation(double fanout, double s) {
        assertEquals(s, GossipStatistics.epidemicFinalSize(fanout), 5e-6);
    }

    /** All nine others hear at once; each tells nine, of whom the origin told eight and is one. */
    @Test
    void whoTellsEveryoneReachesEveryoneInOneHop() {
        WorkloadRun run = among(10, push(1, 9, Targets.ANYONE, false)).run();
        assertEquals(1, run.observed("gossip.coverage"));
        assertEquals(1, run.observed("gossip.complete"));
        assertEquals(HOP_NANOS / 1e6, run.observed("gossip.t90"));
        assertEquals(HOP_NANOS / 1e9, run.observed("gossip.last_completion"));
        assertEquals(9, run.observed("gossip.pushes_per_node"));
        assertEquals(81 / 90.0, run.observed("gossip.redundancy"));
    }

    @Test
    void whoSparesItsSourceSendsOneMessageLess() {
        WorkloadRun run = among(10, push(1, 9, Targets.ANYONE, true)).run();
        assertEquals(9 + 9 * 8, run.sent("rumour").size());
        int origin = run.sent().get(0).from();
        assertEquals(0, countTo(origin, run.sent()));
    }

    @Test
    void aRumourTravelsAlongTheOverlay() {
        OverlaySpec line = WorkloadRun.links(0, 1, 1, 2, 2, 3);
        WorkloadRun run =
                WorkloadRun.of(push(1, 2, Targets.OVERLAY, true), line, 4, SEED).run();
        assertEquals(1, run.observed("gossip.coverage"));
        assertEquals(3, run.sent("rumour").size());
        assertTrue(run.sent().stream().allMatch(message -> Math.abs(message.from() - message.to()) == 1));
    }

    @Test
    void rumoursBeginAtTheirInterval() {
        WorkloadRun run = among(2, push(3, 1, Targets.ANYONE, true)).run();
        assertEquals(
                List.of(0L, INTERVAL_NANOS, 2 * INTERVAL_NANOS),
                run.sent("rumour").stream().map(WorkloadRun.Message::atNanos).toList());
    }

    @Test
    void aRumourOfANodeThatIsDownReachesNobody() {
        WorkloadRun run = among(4, push(1, 3, Targets.ANYONE, true))
                .faults(new Fault.Crash(0, Fault.FOREVER, new NodeSelector.All(), false, InFlight.DELIVER))
                .run();
        assertEquals(0, run.observed("gossip.coverage"));
    }

    /** Fanout 2 with a quarter of the messages lost reaches some 60 %: what the repair below has to bring. */
    @SeededTest
    void pushAloneLeavesNodesOutUnderLoss(long seed) {
        WorkloadRun run = WorkloadRun.lossy(push(5, 2, Targets.ANYONE, true), WorkloadRun.COMPLETE, 30, seed)
                .run();
        assertEquals(0, run.observed("gossip.complete"));
        assertTrue(run.workload().finished());
    }

    /**
     * Once half of the nodes know a rumour, each of the others hears it in a period with probability above 0.25, by its own
     * digest alone: 0.75 that this arrives, 0.5 that its peer knows, 0.75 that the rumour arrives. After 60 periods, of
     * which the first ten bring it to half, someone lacks it with probability below 30 x 0.75^50 < 1e-4.
     */
    @SeededTest
    void repairCompletesUnderLoss(long seed) {
        WorkloadRun run = WorkloadRun.lossy(repaired(5, 2), WorkloadRun.COMPLETE, 30, seed)
                .runUntil(4 * INTERVAL_NANOS + 60 * SECOND);
        assertEquals(1, run.observed("gossip.coverage"));
        assertEquals(1, run.observed("gossip.complete"));
        assertTrue(run.workload().finished());
    }

    @Test
    void aFinishedRepairStopsTheRunAtTheLastArrival() {
        WorkloadRun run = among(20, repaired(2, 2)).runUntil(VirtualTime.HOUR);
        assertTrue(run.now() < VirtualTime.HOUR);
        assertEquals(run.now() / 1e9, run.observed("gossip.last_completion"));
    }

    @SeededTest
    void repairCompletesAfterAPartition(long seed) {
        NodeSelector half = nodes(IntStream.range(0, 10).toArray());
        WorkloadRun run = WorkloadRun.of(repaired(1, 19), WorkloadRun.COMPLETE, 20, seed)
                .faults(new Fault.Partition(
                        0,
                        30 * SECOND,
                        PartitionShape.SYMMETRIC,
                        List.of(half, new NodeSelector.Others()),
                        0,
                        InFlight.DELIVER));
        run.runUntil(30 * SECOND - 1);
        assertEquals(0.5, run.observed("gossip.coverage"));
        // As above: each period brings it to a node with probability above 0.4; 20 x 0.6^40 < 1e-7.
        run.runUntil(70 * SECOND);
        assertEquals(1, run.observed("gossip.coverage"));
        assertTrue(run.workload().finished());
    }

    /** The peer lacks what the node has and has what the node lacks: both are sent, so that a digest of the peer is not needed. */
    @Test
    void aDigestBringsWhatIsMissingToBothEnds() {
        long healed = 19 * INTERVAL_NANOS + SECOND;
        WorkloadRun run = among(2, repaired(20, 1))
                .faults(new Fault.Partition(
                        0, healed, PartitionShape.SYMMETRIC, List.of(nodes(0), nodes(1)), 0, InFlight.DELIVER));
        run.runUntil(healed - 1);
        assertEquals(0.5, run.observed("gossip.coverage"));
        run.runUntil(VirtualTime.HOUR);
        assertEquals(1, run.observed("gossip.complete"));
        List<WorkloadRun.Message> digests = run.arrived("digest").stream()
                .filter(message -> message.atNanos() >= healed)
                .toList();
        assertEquals(1, digests.size(), "digests until everything is complete");
        WorkloadRun.Message request = run.arrived("repair request").get(0);
        assertEquals(digests.get(0).to(), request.from());
        long asked = countTo(request.from(), run.arrived("repair"));
        assertEquals(16 + 4 * asked, request.sizeBytes());
        assertTrue(countTo(request.to(), run.arrived("repair")) > 0);
    }

    @Test
    void whoRestartsWithItsDiskStillKnows() {
        WorkloadRun run = among(3, repaired(2, 2)).faults(crash(5 * SECOND, SECOND, false, 2));
        run.runUntil(10 * SECOND);
        assertEquals(1, run.observed("gossip.coverage"));
        assertEquals(0, run.arrived("repair").size());
    }

    @Test
    void whoLosesItsDiskIsToldAgain() {
        WorkloadRun run = among(3, repaired(2, 2)).faults(crash(5 * SECOND, SECOND, true, 2));
        run.runUntil(5 * SECOND + 500 * MILLIS);
        assertEquals(2.0 / 3, run.observed("gossip.coverage"));
        assertEquals(0, run.observed("gossip.complete"));
        run.runUntil(10 * SECOND);
        assertEquals(1, run.observed("gossip.coverage"));
        assertTrue(countTo(2, run.arrived("repair")) > 0);
    }

    @Test
    void aRumourThatIsForgottenAndHeardAgainIsCompleteOnce() {
        WorkloadRun run = among(3, repaired(2, 2)).faults(crash(5 * SECOND, SECOND, true, 2));
        run.runUntil(VirtualTime.MINUTE);
        assertEquals(1, run.observed("gossip.complete"));
        assertTrue(run.workload().finished());
        assertTrue(run.now() < INTERVAL_NANOS + SECOND, "the run ends when the second rumour is complete");
    }

    @Test
    void aCrashedNodeComparesNothingAndGoesOnAtItsPeriodAfterwards() {
        WorkloadRun run = among(3, repaired(2, 2)).faults(crash(3 * SECOND, 4 * SECOND, false, 1));
        run.runUntil(15 * SECOND);
        List<Long> digests = run.sent("digest").stream()
                .filter(message -> message.from() == 1)
                .map(WorkloadRun.Message::atNanos)
                .toList();
        assertTrue(digests.stream().noneMatch(at -> at >= 3 * SECOND && at < 7 * SECOND));
        assertEquals(3, digests.stream().filter(at -> at < 3 * SECOND).count());
        assertEquals(
                8,
                digests.stream()
                        .filter(at -> at >= 7 * SECOND && at < 15 * SECOND)
                        .count());
    }

    @Test
    void withoutRepairARestartStartsNone() {
        WorkloadRun run = among(3, push(1, 2, Targets.ANYONE, true))
                .faults(crash(5 * SECOND, SECOND, false, 1))
                .run();
        assertTrue(run.sent("digest").isEmpty());
        assertFalse(run.sent("rumour").isEmpty());
    }
}
