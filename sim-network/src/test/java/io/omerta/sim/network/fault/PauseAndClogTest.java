package io.omerta.sim.network.fault;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.Accounting;
import io.omerta.sim.network.Contention;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.NetworkOptions;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes that make what comes to them wait: all of it while paused, messages only while clogged. */
final class PauseAndClogTest {
    private static final long UNTIL = 40 * MILLIS;

    private static TestNetwork network(Fault... faults) {
        return TestNetwork.plain(TestNetworks.fast(3)).faults(faults);
    }

    private static Fault pause(long at, long duration) {
        return new Fault.Pause(at, duration, nodes(1));
    }

    private static Fault clog(long at, long duration) {
        return new Fault.Clog(at, duration, nodes(1));
    }

    @Test
    void whatComesToAPausedNodeWaitsAndIsHandledInOrderWhenItWakes() {
        TestNetwork network = network(pause(0, UNTIL));
        network.startTimerAt(1, 1, 15 * MILLIS, 1);
        network.sendAt(10 * MILLIS, 0, 1, 0, 2);
        network.startTimerAt(1, 1, 5 * MILLIS, 3);
        network.sendAt(2 * MILLIS, 2, 1, 0, 4);
        network.kernel().runUntil(UNTIL - 1);
        assertEquals(List.of(), network.story());
        network.run();
        assertEquals(List.of("timer 3 at n1", "message 4 at n1", "timer 1 at n1", "message 2 at n1"), network.story());
        assertEquals(List.of(UNTIL, UNTIL), network.arrivalTimes());
        assertEquals(List.of(UNTIL, UNTIL), network.firingTimes());
    }

    @Test
    void whatWaitedComesBeforeWhatArrivesAtTheInstantOfWaking() {
        TestNetwork network = network(pause(0, UNTIL));
        network.sendAt(1, 2, 1, 0, 1);
        network.sendAt(UNTIL - NEAR_NANOS, 0, 1, 0, 2);
        network.run();
        assertEquals(List.of(1L, 2L), network.arrived());
    }

    @Test
    void otherNodesGoOnWhileOneIsPaused() {
        TestNetwork network = network(pause(0, UNTIL));
        network.sendAt(1, 0, 2, 0, 1).sendAt(1, 1, 2, 0, 2).startTimerAt(1, 2, MILLIS, 3);
        network.kernel().runUntil(UNTIL - 1);
        assertEquals(List.of("timer 3 at n2", "message 1 at n2", "message 2 at n2"), network.story());
    }

    @Test
    void overlappingPausesLastUntilBothAreOver() {
        TestNetwork network = network(pause(0, 20 * MILLIS), pause(10 * MILLIS, 20 * MILLIS));
        network.sendAt(1, 0, 1, 0, 1).run();
        assertEquals(List.of(30 * MILLIS), network.arrivalTimes());
    }

    @Test
    void aPauseThatBeginsAsAnotherEndsKeepsTheOrder() {
        TestNetwork network = network(pause(0, 20 * MILLIS), pause(20 * MILLIS, 20 * MILLIS));
        network.sendAt(1, 2, 1, 0, 1);
        network.sendAt(10 * MILLIS, 0, 1, 0, 2);
        network.sendAt(12 * MILLIS, 0, 1, 0, 3);
        network.run();
        assertEquals(List.of(1L, 2L, 3L), network.arrived());
        assertEquals(List.of(40 * MILLIS, 40 * MILLIS, 40 * MILLIS), network.arrivalTimes());
    }

    @Test
    void messagesToACloggedNodeAreHeldNotLost() {
        TestNetwork network = network(clog(0, UNTIL));
        network.sendAt(1, 0, 1, 0, 1).sendAt(2, 2, 1, 0, 2);
        network.kernel().runUntil(UNTIL - 1);
        assertEquals(new Accounting(2, 0, 0, 0, 2), network.network().accounting());
        network.run();
        assertEquals(List.of(1L, 2L), network.arrived());
        assertEquals(List.of(UNTIL, UNTIL), network.arrivalTimes());
    }

    @Test
    void timersOfACloggedNodeFire() {
        TestNetwork network = network(clog(0, UNTIL));
        network.startTimerAt(1, 1, MILLIS, 1).run();
        assertEquals(List.of(1 + MILLIS), network.firingTimes());
    }

    @Test
    void aCloggedNodeStillSends() {
        TestNetwork network = network(clog(0, UNTIL));
        network.sendAt(1, 1, 0, 0, 1).run();
        assertEquals(List.of(1 + NEAR_NANOS), network.arrivalTimes());
    }

    @Test
    void overlappingClogsHoldUntilBothAreOver() {
        TestNetwork network = network(clog(0, 20 * MILLIS), clog(10 * MILLIS, 20 * MILLIS));
        network.sendAt(1, 0, 1, 0, 1).run();
        assertEquals(List.of(30 * MILLIS), network.arrivalTimes());
    }

    @Test
    void aPauseWithinAClogReleasesTimersOnly() {
        TestNetwork network = network(clog(0, UNTIL), pause(5 * MILLIS, 15 * MILLIS));
        network.sendAt(1, 0, 1, 0, 1).startTimerAt(1, 1, 10 * MILLIS, 2).run();
        assertEquals(List.of("timer 2 at n1", "message 1 at n1"), network.story());
        assertEquals(List.of(20 * MILLIS), network.firingTimes());
        assertEquals(List.of(UNTIL), network.arrivalTimes());
    }

    @Test
    void aClogThatEndsWithinAPauseReleasesNothing() {
        TestNetwork network = network(clog(0, 20 * MILLIS), pause(5 * MILLIS, UNTIL - 5 * MILLIS));
        network.sendAt(1, 0, 1, 0, 1).run();
        assertEquals(List.of(UNTIL), network.arrivalTimes());
    }

    @Test
    void moreThanTheHeldLimitIsDropped() {
        TestNetwork network = TestNetwork.of(
                TestNetworks.fast(3), new NetworkOptions(Contention.NONE, false, Long.MAX_VALUE, 2, List.of()));
        network.faults(clog(0, UNTIL));
        network.sendAt(1, 0, 1, 0, 1)
                .sendAt(2, 0, 1, 0, 2)
                .sendAt(3, 0, 1, 0, 3)
                .run();
        assertEquals(List.of(1L, 2L), network.arrived());
        assertEquals(List.of(new TestNetwork.Drop(3 + NEAR_NANOS, 0, 1, 3, DropReason.QUEUE_FULL)), network.drops());
    }

    @Test
    void aTimerThatRanOutDuringAPauseCanNoLongerBeStopped() {
        TestNetwork network = network(pause(0, UNTIL));
        long ranOut = network.startTimer(1, MILLIS, 1);
        long running = network.startTimer(1, UNTIL + 1, 2);
        network.kernel().runUntil(2 * MILLIS);
        assertFalse(network.network().cancelTimer(ranOut));
        assertTrue(network.network().cancelTimer(running));
        network.run();
        assertEquals(List.of(new TestNetwork.Firing(UNTIL, 1, 1)), network.firings());
    }
}
