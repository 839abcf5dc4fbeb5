package io.omerta.sim.network.workload;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.MICROS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.workload.Relays.BLOCK_BYTES;
import static io.omerta.sim.network.workload.Relays.COMPACT_BYTES;
import static io.omerta.sim.network.workload.Relays.MISSING_BYTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.study.ArrivalPanel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The relay protocol, worked out by hand: an announcement or a request takes 13 ms, a block 17 ms, a compact block 13 ms,
 * a missing part 13.25 ms.
 */
final class BlockPropagationTest {
    private static final OverlaySpec PAIR = WorkloadRun.links(0, 1);
    private static final OverlaySpec LINE = WorkloadRun.links(0, 1, 1, 2);
    private static final OverlaySpec FROM_THE_MIDDLE = WorkloadRun.links(0, 1, 0, 2);

    private static WorkloadRun.Message at(long sinceFoundNanos, String kind, int from, int to, int sizeBytes) {
        return new WorkloadRun.Message(sinceFoundNanos, kind, from, to, sizeBytes);
    }

    private static WorkloadRun.Message control(long sinceFoundMillis, String kind, int from, int to) {
        return at(sinceFoundMillis * MILLIS, kind, from, to, 0);
    }

    @Test
    void aBlockTravelsDownALineByAnnouncementRequestAndBlock() {
        Relays relays = new Relays(Relays.whole(), 3, LINE);
        relays.run();
        assertEquals(
                List.of(
                        control(13, "inv", 0, 1),
                        control(26, "rec", 1, 0),
                        at(43 * MILLIS, "block", 0, 1, BLOCK_BYTES),
                        control(56, "inv", 1, 2),
                        control(56, "inv", 1, 0),
                        control(69, "rec", 2, 1),
                        at(86 * MILLIS, "block", 1, 2, BLOCK_BYTES),
                        control(99, "inv", 2, 1)),
                relays.arrived());
    }

    @Test
    void aNodeStartsItsNextTransmissionWhenTheLastHasArrived() {
        Relays relays = new Relays(Relays.whole(), 3, FROM_THE_MIDDLE);
        relays.run();
        assertEquals(
                List.of(
                        control(13, "inv", 0, 1),
                        control(13, "inv", 0, 2),
                        control(26, "rec", 1, 0),
                        control(26, "rec", 2, 0),
                        at(43 * MILLIS, "block", 0, 1, BLOCK_BYTES),
                        control(56, "inv", 1, 0),
                        at(60 * MILLIS, "block", 0, 2, BLOCK_BYTES),
                        control(73, "inv", 2, 0)),
                relays.arrived());
    }

    @Test
    void aCompactBlockGoesWhereBothEndsUseThem() {
        Relays relays = new Relays(Relays.compact(1, 0), 2, PAIR);
        relays.run();
        assertEquals(
                List.of(
                        control(13, "inv", 0, 1),
                        control(26, "rec", 1, 0),
                        at(39 * MILLIS, "compact block", 0, 1, COMPACT_BYTES),
                        control(52, "inv", 1, 0)),
                relays.arrived());
    }

    @Test
    void afterACompactBlockThatCannotBeRebuiltTheMissingPartIsFetched() {
        Relays relays = new Relays(Relays.compact(1, 1), 2, PAIR);
        relays.run();
        assertEquals(
                List.of(
                        control(13, "inv", 0, 1),
                        control(26, "rec", 1, 0),
                        at(39 * MILLIS, "compact block", 0, 1, COMPACT_BYTES),
                        control(52, "getblocktxn", 1, 0),
                        at(65 * MILLIS + 250 * MICROS, "block", 0, 1, MISSING_BYTES),
                        at(78 * MILLIS + 250 * MICROS, "inv", 1, 0, 0)),
                relays.arrived());
    }

    /** While 2 gets its compact block, 1 already asks for what it misses. */
    @Test
    void aMissingPartWaitsForItsTurnLikeABlock() {
        Relays relays = new Relays(Relays.compact(1, 1), 3, FROM_THE_MIDDLE);
        relays.run();
        assertEquals(
                List.of(
                        at(39 * MILLIS, "compact block", 0, 1, COMPACT_BYTES),
                        at(52 * MILLIS, "compact block", 0, 2, COMPACT_BYTES),
                        at(65 * MILLIS + 250 * MICROS, "block", 0, 1, MISSING_BYTES),
                        at(78 * MILLIS + 500 * MICROS, "block", 0, 2, MISSING_BYTES)),
                relays.arrived().stream()
                        .filter(message -> message.sizeBytes() > 0)
                        .toList());
    }

    @Test
    void aBlockGoesWholeIfOneEndCannotUseCompactBlocks() {
        Relays relays = new Relays(Relays.compact(0.5, 0), 2, PAIR);
        relays.run();
        assertEquals(List.of(at(43 * MILLIS, "block", 0, 1, BLOCK_BYTES)), relays.arrivedAt(1, "block"));
    }

    @Test
    void whoIsAboutToReceiveABlockAsksNobodyElse() {
        Relays relays = new Relays(Relays.whole(), 3, WorkloadRun.links(0, 1, 0, 2, 1, 2));
        relays.run();
        assertEquals(List.of(at(43 * MILLIS, "block", 0, 1, BLOCK_BYTES)), relays.arrivedAt(1, "block"));
        assertEquals(List.of(at(60 * MILLIS, "block", 0, 2, BLOCK_BYTES)), relays.arrivedAt(2, "block"));
        assertEquals(List.of(13 * MILLIS, 13 * MILLIS), relays.sentTimes("rec"));
    }

    @Test
    void timesAndCoverageAreThoseOfTheLine() {
        WorkloadRun run = new Relays(Relays.whole(), 3, LINE).run();
        assertEquals(43, run.observed("propagation.t50"));
        assertEquals(86, run.observed("propagation.t90"));
        assertEquals(86, run.observed("propagation.t99"));
        assertEquals(1, run.observed("propagation.coverage"));
        assertEquals(1, run.observed("chain.blocks"));
        assertEquals(0, run.observed("chain.stale_rate"));
        double[] millis = ((ArrivalPanel) run.workload().panels().get(0)).millisAtFraction();
        assertEquals(86, millis[millis.length - 1]);
        assertTrue(run.workload().finished());
    }

    @Test
    void whoIsNotLinkedIsNotReached() {
        WorkloadRun run = new Relays(Relays.whole(), 3, PAIR).run();
        assertEquals(2.0 / 3, run.observed("propagation.coverage"));
        assertTrue(Double.isNaN(run.observed("propagation.t90")));
    }

    /** The second block is found before the first can have arrived; each end fetches the other's, none gives up its own. */
    @Test
    void twoBlocksFoundAtOnceAreAFork() {
        long seed = Relays.seedOfMiners(2, 0, 1);
        WorkloadRun run = WorkloadRun.of(Relays.whole(2, MILLIS, BLOCK_BYTES), PAIR, 2, seed)
                .run();
        assertEquals(2, run.observed("chain.blocks"));
        assertEquals(0.5, run.observed("chain.stale_rate"));
        assertEquals(1, run.observed("propagation.coverage"));
        assertEquals(2, run.sent("inv").size());
    }

    @Test
    void aBlockFoundAfterTheLastOneArrivedIsOnTopOfIt() {
        long seed = Relays.seedOfMiners(2, 0, 1);
        WorkloadRun run = WorkloadRun.of(Relays.whole(2, VirtualTime.HOUR, BLOCK_BYTES), PAIR, 2, seed)
                .run();
        assertEquals(2, run.observed("chain.blocks"));
        assertEquals(0, run.observed("chain.stale_rate"));
    }

    @Test
    void aNodeThatIsDownFindsNoBlocks() {
        WorkloadRun run = WorkloadRun.of(Relays.whole(5, VirtualTime.MINUTE, BLOCK_BYTES), PAIR, 2, 1)
                .faults(new Fault.Crash(0, Fault.FOREVER, nodes(0), false, InFlight.DELIVER))
                .run();
        assertEquals(5, run.observed("chain.blocks"));
        assertEquals(0.5, run.observed("propagation.coverage"));
        assertTrue(run.sent().stream().noneMatch(message -> message.from() == 0));
    }

    /** Under a random law of delays, with compact blocks of which some fail. */
    @Test
    void everyoneIsReachedAndFetchesEachBlockOnce() {
        int nodes = 200;
        int blocks = 10;
        WorkloadSpec spec = new WorkloadSpec.BlockPropagation(
                blocks,
                VirtualTime.HOUR,
                BLOCK_BYTES,
                COMPACT_BYTES,
                true,
                0.8,
                0.5,
                new WorkloadSpec.CompactFailureRate(0.1, 0.5),
                new WorkloadSpec.FailedBlockFractions(List.of(0.5, 0.6), List.of(0.25)),
                3 * MILLIS,
                2 * MILLIS,
                new WorkloadSpec.MiningPower(100, 50));
        String[] access = new String[nodes];
        Arrays.setAll(access, node -> node % 3 == 0 ? "far:fast" : "slow-up");
        WorkloadRun run = new WorkloadRun(
                        spec,
                        new OverlaySpec.RandomRegular(5),
                        TestNetworks.population(TestNetworks.PARETO, access),
                        false,
                        1)
                .run();
        assertEquals(1, run.observed("propagation.coverage"));
        assertEquals(blocks, run.observed("chain.blocks"));
        assertEquals(blocks * (nodes - 1), run.arrived("rec").size());
        assertEquals(
                blocks * (nodes - 1) + run.arrived("getblocktxn").size(),
                run.arrived("block").size() + run.arrived("compact block").size());
        assertTrue(run.arrived("getblocktxn").size() > 100, "compact blocks failed");
        assertTrue(run.observed("propagation.t50") < run.observed("propagation.t90"));
    }
}
