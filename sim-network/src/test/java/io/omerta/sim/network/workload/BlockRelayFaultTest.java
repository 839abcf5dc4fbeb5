package io.omerta.sim.network.workload;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MICROS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.workload.Relays.BLOCK_BYTES;
import static io.omerta.sim.network.workload.Relays.BLOCK_HOP;
import static io.omerta.sim.network.workload.Relays.CONTROL_HOP;
import static io.omerta.sim.network.workload.Relays.MISSING_BYTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.fault.Fault.PartitionShape;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the relay protocol makes of messages that are dropped or copied, and of nodes that crash. */
final class BlockRelayFaultTest {
    private static final long SECOND = VirtualTime.SECOND;
    private static final OverlaySpec PAIR = WorkloadRun.links(0, 1);
    private static final OverlaySpec LINE = WorkloadRun.links(0, 1, 1, 2);

    /** Node 0 serves 1, 2 and 3 in this order. */
    private static final OverlaySpec STAR = WorkloadRun.links(0, 1, 0, 2, 0, 3);

    private static Relays whole(int nodes, OverlaySpec overlay) {
        return new Relays(Relays.whole(), nodes, overlay);
    }

    /** Cuts a node off from a time since the block was found. */
    private static Fault cut(Relays relays, long sinceFoundNanos, long duration, InFlight inFlight, int node) {
        return new Fault.Partition(
                relays.foundAtNanos() + sinceFoundNanos,
                duration,
                PartitionShape.SYMMETRIC,
                List.of(nodes(node), new NodeSelector.Others()),
                0,
                inFlight);
    }

    /** A cut just long enough for what is sent at one instant. */
    private static Fault cutAt(Relays relays, long sinceFoundNanos, int node) {
        return cut(relays, sinceFoundNanos - 1, 2, InFlight.DELIVER, node);
    }

    private static Fault crash(Relays relays, long sinceFoundNanos, long duration, InFlight inFlight, int node) {
        return new Fault.Crash(relays.foundAtNanos() + sinceFoundNanos, duration, nodes(node), false, inFlight);
    }

    private static List<Long> blockTimes(Relays relays, int node) {
        return relays.arrivedAt(node, "block").stream()
                .map(WorkloadRun.Message::atNanos)
                .toList();
    }

    @Test
    void whatIsDroppedIsSentAgainAfterASecondThenTwoThenFour() {
        Relays relays = whole(2, PAIR);
        relays.faults(cut(relays, -1, 20 * SECOND, InFlight.DELIVER, 1)).run();
        assertEquals(
                List.of(0L, SECOND, 3 * SECOND, 7 * SECOND, 15 * SECOND, 31 * SECOND),
                relays.sentTimes("inv").subList(0, 6));
        assertEquals(List.of(31 * SECOND + 43 * MILLIS), blockTimes(relays, 1));
    }

    @Test
    void aSenderGivesUpAfterEightRetransmissions() {
        Relays relays = whole(2, PAIR);
        WorkloadRun run = relays.faults(cut(relays, -1, Fault.FOREVER, InFlight.DELIVER, 1))
                .run();
        List<Long> times = relays.sentTimes("inv");
        assertEquals(9, times.size());
        assertEquals(255 * SECOND, times.get(8));
        assertTrue(run.workload().finished());
        assertEquals(0.5, run.observed("propagation.coverage"));
    }

    @Test
    void aLostRequestIsSentAgain() {
        Relays relays = whole(2, PAIR);
        relays.faults(cutAt(relays, CONTROL_HOP, 1)).run();
        assertEquals(List.of(CONTROL_HOP, SECOND + CONTROL_HOP), relays.sentTimes("rec"));
        assertEquals(List.of(SECOND + 43 * MILLIS), blockTimes(relays, 1));
    }

    @Test
    void aBlockLostAtSendingLetsTheNextOneGoAtOnce() {
        Relays relays = whole(4, STAR);
        relays.faults(cutAt(relays, 26 * MILLIS, 1)).run();
        assertEquals(List.of(43 * MILLIS), blockTimes(relays, 2));
        assertEquals(List.of(60 * MILLIS), blockTimes(relays, 3));
        assertEquals(List.of(SECOND + 43 * MILLIS), blockTimes(relays, 1));
    }

    @Test
    void aBlockLostOnItsWayLetsTheNextOneGoAtThatMoment() {
        Relays relays = whole(4, STAR);
        relays.faults(cut(relays, 30 * MILLIS, 1, InFlight.DROP, 1)).run();
        assertEquals(List.of(47 * MILLIS), blockTimes(relays, 2));
        assertEquals(List.of(64 * MILLIS), blockTimes(relays, 3));
        assertEquals(List.of(SECOND + 47 * MILLIS), blockTimes(relays, 1));
    }

    @Test
    void aLostMissingPartIsSentAgainAndNotTheCompactBlock() {
        Relays relays = new Relays(Relays.compact(1, 1), 2, PAIR);
        relays.faults(cutAt(relays, 52 * MILLIS, 1)).run();
        assertEquals(
                List.of(new WorkloadRun.Message(SECOND + 65 * MILLIS + 250 * MICROS, "block", 0, 1, MISSING_BYTES)),
                relays.arrivedAt(1, "block"));
        assertEquals(1, relays.arrivedAt(1, "compact block").size());
    }

    @Test
    void aLostRequestForTheMissingPartIsSentAgain() {
        Relays relays = new Relays(Relays.compact(1, 1), 2, PAIR);
        relays.faults(cutAt(relays, 39 * MILLIS, 1)).run();
        assertEquals(List.of(SECOND + 65 * MILLIS + 250 * MICROS), blockTimes(relays, 1));
    }

    /** The block to node 1 arrives twice at 43 ms. */
    @Test
    void aCopyOfABlockDoesNotStartTheNextTransmissionEarly() {
        Relays relays = whole(4, STAR);
        relays.faults(new Fault.Duplicate(relays.foundAtNanos() + 25 * MILLIS, 2 * MILLIS, nodes(1), 1))
                .run();
        assertEquals(List.of(43 * MILLIS, 43 * MILLIS), blockTimes(relays, 1));
        assertEquals(List.of(60 * MILLIS), blockTimes(relays, 2));
        assertEquals(List.of(77 * MILLIS), blockTimes(relays, 3));
    }

    /** Node 1 gets the block at 43 ms and announces it, but 4 still waits for its turn at 0, which crashes at 65 ms. */
    @Test
    void whoWaitedForANodeThatCrashesAsksAnotherOneThatAnnouncedTheBlock() {
        Relays relays = whole(5, WorkloadRun.links(0, 1, 0, 2, 0, 3, 0, 4, 1, 4));
        relays.faults(crash(relays, 65 * MILLIS, Fault.FOREVER, InFlight.DROP, 0))
                .run();
        assertEquals(List.of(43 * MILLIS), blockTimes(relays, 1));
        assertEquals(List.of(60 * MILLIS), blockTimes(relays, 2));
        assertEquals(List.of(), blockTimes(relays, 3));
        assertEquals(List.of(65 * MILLIS + CONTROL_HOP + BLOCK_HOP), blockTimes(relays, 4));
    }

    @Test
    void whoWaitedForANodeThatCrashesTakesTheNextAnnouncement() {
        Relays relays = whole(3, WorkloadRun.links(0, 1, 0, 2, 1, 2));
        relays.faults(crash(relays, 30 * MILLIS, Fault.FOREVER, InFlight.DELIVER, 0))
                .run();
        assertEquals(List.of(43 * MILLIS), blockTimes(relays, 1));
        assertEquals(List.of(86 * MILLIS), blockTimes(relays, 2));
    }

    /** Its queue and the timer of a retransmission are gone with the crash; its neighbours hear from it when it is back. */
    @Test
    void aNodeThatCrashedInMidTransmissionAnnouncesItsTipWhenItRestarts() {
        Relays relays = whole(4, STAR);
        relays.faults(
                        cut(relays, 28 * MILLIS, 1, InFlight.DROP, 1),
                        crash(relays, 30 * MILLIS, 10 * MILLIS, InFlight.DROP, 0))
                .run();
        assertEquals(List.of(83 * MILLIS), blockTimes(relays, 1));
        assertEquals(List.of(100 * MILLIS), blockTimes(relays, 2));
        assertEquals(List.of(117 * MILLIS), blockTimes(relays, 3));
    }

    /**
     * A block that takes 62 ms leaves at 26 ms. The sender restarts at 31 ms and asks nobody whether it arrived: from 57 ms
     * it serves 2, and the arrival of the old block at 88 ms does not start the block to 3.
     */
    @Test
    void aBlockSentBeforeACrashDoesNotStartTheNextTransmissionWhenItArrives() {
        long bytes = 50_000;
        Relays relays = new Relays(Relays.whole(1, VirtualTime.MINUTE, bytes), 4, STAR);
        relays.faults(crash(relays, 30 * MILLIS, MILLIS, InFlight.DELIVER, 0)).run();
        long hop = BLOCK_HOP + (bytes - BLOCK_BYTES) * FAST_BYTE_NANOS;
        assertEquals(26 * MILLIS + hop, blockTimes(relays, 1).get(0));
        assertEquals(List.of(57 * MILLIS + hop), blockTimes(relays, 2));
        assertEquals(List.of(57 * MILLIS + 2 * hop), blockTimes(relays, 3));
    }

    @Test
    void aNodeThatCrashedWhileItDownloadedHearsOfTheBlockWhenItRestarts() {
        Relays relays = whole(2, PAIR);
        relays.faults(crash(relays, 20 * MILLIS, 10 * MILLIS, InFlight.DROP, 1)).run();
        assertEquals(List.of(73 * MILLIS), blockTimes(relays, 1));
    }

    /** Node 1 announces the block at 43 ms and loses it at 60 ms, before the request of 2 arrives. */
    @Test
    void aNodeThatLostItsDiskSendsABlockOnlyAfterItHasReceivedItAgain() {
        Relays relays = whole(3, LINE);
        relays.faults(new Fault.Crash(relays.foundAtNanos() + 60 * MILLIS, MILLIS, nodes(1), true, InFlight.DELIVER))
                .run();
        assertEquals(List.of(43 * MILLIS, 104 * MILLIS), blockTimes(relays, 1));
        assertEquals(List.of(147 * MILLIS), blockTimes(relays, 2));
    }

    /** The announcement of 43 ms arrives at 56 ms, but node 1 has lost the block at 50 ms. */
    @Test
    void whoAsksANodeThatLostTheBlockTakesItsNextAnnouncement() {
        Relays relays = whole(3, LINE);
        relays.faults(new Fault.Crash(relays.foundAtNanos() + 50 * MILLIS, MILLIS, nodes(1), true, InFlight.DELIVER))
                .run();
        assertEquals(List.of(43 * MILLIS, 94 * MILLIS), blockTimes(relays, 1));
        assertEquals(List.of(137 * MILLIS), blockTimes(relays, 2));
    }

    /** What 2 sends to 0 is lost; what 0 sends to 2 is not. */
    @Test
    void whoGivesUpAskingAsksAnotherNodeThatAnnouncedTheBlock() {
        Relays relays = whole(3, WorkloadRun.links(0, 1, 0, 2, 1, 2));
        relays.faults(new Fault.Partition(
                        0, Fault.FOREVER, PartitionShape.ONE_WAY, List.of(nodes(2), nodes(0)), 0, InFlight.DELIVER))
                .run();
        assertEquals(List.of(255 * SECOND + 43 * MILLIS), blockTimes(relays, 2));
        assertEquals(1, relays.arrivedAt(2, "block").get(0).from());
    }

    /**
     * The compact block of 26 ms finds its receiver down and is sent again after a second. By then the receiver has fetched
     * the block anew: it asks for the missing part once.
     */
    @Test
    void aCompactBlockThatComesTooLateIsIgnored() {
        Relays relays = new Relays(Relays.compact(1, 1), 2, PAIR);
        relays.faults(crash(relays, 30 * MILLIS, 20 * MILLIS, InFlight.DELIVER, 1))
                .run();
        assertEquals(
                List.of(89 * MILLIS, SECOND + 52 * MILLIS),
                relays.arrivedAt(1, "compact block").stream()
                        .map(WorkloadRun.Message::atNanos)
                        .toList());
        assertEquals(List.of(89 * MILLIS), relays.sentTimes("getblocktxn"));
    }

    @SeededTest
    void everyoneIsReachedUnderLoss(long seed) {
        WorkloadRun run = WorkloadRun.lossy(
                        Relays.whole(3, VirtualTime.HOUR, BLOCK_BYTES), new OverlaySpec.RandomRegular(3), 30, seed)
                .run();
        assertEquals(1, run.observed("propagation.coverage"));
        assertTrue(run.sent().size() > run.arrived().size(), "messages were lost");
    }

    /** Compact blocks that never can be rebuilt make each download as long as it gets. */
    @SeededTest(seeds = 100)
    void everyoneIsReachedThoughNodesCrashAndRestart(RandomStreams streams) {
        int nodes = 20;
        RandomStream stream = streams.stream("test");
        WorkloadSpec.BlockPropagation spec = stream.nextBoolean() ? Relays.whole() : Relays.compact(1, 1);
        OverlaySpec overlay = new OverlaySpec.RandomRegular(4);
        Relays relays = new Relays(spec, nodes, overlay);
        Fault[] crashes = new Fault[30];
        for (int i = 0; i < crashes.length; i++) {
            InFlight inFlight = stream.nextBoolean() ? InFlight.DROP : InFlight.DELIVER;
            long at = 1 + stream.nextInt(400) * MILLIS;
            crashes[i] = crash(relays, at, (1 + stream.nextInt(2000)) * MILLIS, inFlight, stream.nextInt(nodes));
        }
        assertEquals(1, relays.faults(crashes).run().observed("propagation.coverage"));
    }

    /** The neighbours announce their tip to a node that is back; what counts is when it first had the block. */
    @SeededTest
    void aBlockFetchedAgainAfterADiskLossCountsOnce(RandomStreams streams) {
        RandomStream stream = streams.stream("test");
        int nodes = 10;
        Relays relays = whole(nodes, new OverlaySpec.RandomRegular(3));
        Fault[] losses = new Fault[10];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = new Fault.Crash(
                    relays.foundAtNanos() + SECOND + i * SECOND,
                    500 * MILLIS,
                    nodes(stream.nextInt(nodes)),
                    true,
                    InFlight.DROP);
        }
        WorkloadRun run = relays.faults(losses).run();
        assertEquals(1, run.observed("propagation.coverage"));
        assertTrue(run.observed("propagation.t99") < 1000);
        assertTrue(run.arrived("block").size() >= nodes - 1 + losses.length, "every lost block was fetched again");
    }
}
