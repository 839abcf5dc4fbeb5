package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static io.omerta.sim.network.TestNetworks.SLOW_BYTE_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How messages share links under {@link Contention#QUEUES}. */
final class LinkQueueTest {
    /** 1,000 bytes on a fast link. */
    private static final long TURN = 1000 * FAST_BYTE_NANOS;

    private static TestNetwork network(String... access) {
        return TestNetwork.queued(TestNetworks.near(access));
    }

    @Test
    void simultaneousSendsTakeTurnsOnTheUplink() {
        TestNetwork network = network("fast", "fast", "fast");
        network.send(0, 1, 1000, 1);
        network.send(0, 2, 1000, 2);
        network.run();
        assertEquals(List.of(1L, 2L), network.arrived());
        assertEquals(List.of(NEAR_NANOS + TURN, NEAR_NANOS + 2 * TURN), network.arrivalTimes());
    }

    @Test
    void anUplinkThatIsFreeAgainMakesNobodyWait() {
        TestNetwork network = network("fast", "fast");
        network.sendAt(0, 0, 1, 1000, 1).sendAt(TURN, 0, 1, 1000, 2).run();
        assertEquals(List.of(NEAR_NANOS + TURN, NEAR_NANOS + 2 * TURN), network.arrivalTimes());
    }

    @Test
    void twoSendersShareTheDownlinkOfTheirReceiver() {
        TestNetwork network = network("fast", "fast", "fast");
        network.send(0, 2, 1000, 1);
        network.send(1, 2, 1000, 2);
        network.run();
        assertEquals(List.of(1L, 2L), network.arrived());
        assertEquals(List.of(NEAR_NANOS + TURN, NEAR_NANOS + 2 * TURN), network.arrivalTimes());
    }

    @Test
    void aFastUplinkIsFreeAgainBeforeTheSlowDownlink() {
        TestNetwork network = network("fast", "slow-down", "fast");
        network.send(0, 1, 1000, 1);
        network.send(0, 2, 1000, 2);
        network.run();
        assertEquals(List.of(2L, 1L), network.arrived());
        assertEquals(List.of(NEAR_NANOS + 2 * TURN, NEAR_NANOS + 1000 * SLOW_BYTE_NANOS), network.arrivalTimes());
    }

    @Test
    void messagesQueueAtASlowDownlinkOneBehindTheOther() {
        TestNetwork network = network("fast", "slow-down");
        network.send(0, 1, 1000, 1);
        network.send(0, 1, 1000, 2);
        network.run();
        long slowTurn = 1000 * SLOW_BYTE_NANOS;
        assertEquals(List.of(NEAR_NANOS + slowTurn, NEAR_NANOS + 2 * slowTurn), network.arrivalTimes());
    }

    @Test
    void aSmallMessageIsNotBlockedAtTheDownlinkByOneBehindASlowUplink() {
        TestNetwork network = network("slow-up", "fast", "fast");
        network.send(0, 2, 1000, 1);
        network.send(1, 2, 10, 2);
        network.run();
        assertEquals(List.of(2L, 1L), network.arrived());
        assertEquals(
                List.of(NEAR_NANOS + 10 * FAST_BYTE_NANOS, NEAR_NANOS + 1000 * SLOW_BYTE_NANOS),
                network.arrivalTimes());
    }

    @Test
    void uplinkAndDownlinkOfANodeAreSeparate() {
        TestNetwork network = network("fast", "fast");
        network.send(0, 1, 1000, 1);
        network.send(1, 0, 1000, 2);
        network.run();
        assertEquals(List.of(NEAR_NANOS + TURN, NEAR_NANOS + TURN), network.arrivalTimes());
    }

    @Test
    void aMessageThatWouldWaitTooLongForTheUplinkIsDroppedAtOnce() {
        TestNetwork network = TestNetwork.of(TestNetworks.fast(2), Contention.QUEUES, 2 * TURN);
        assertTrue(network.send(0, 1, 1000, 1));
        assertTrue(network.send(0, 1, 1000, 2));
        assertTrue(network.send(0, 1, 1000, 3));
        assertFalse(network.send(0, 1, 1000, 4));
        assertEquals(List.of(new TestNetwork.Drop(0, 0, 1, 4, DropReason.QUEUE_FULL)), network.drops());
        network.run();
        assertEquals(List.of(1L, 2L, 3L), network.arrived());
    }

    @Test
    void aMessageThatWouldWaitTooLongForTheDownlinkIsDroppedWhereTheQueueIs() {
        TestNetwork network = TestNetwork.of(TestNetworks.fast(4), Contention.QUEUES, TURN);
        network.send(0, 3, 1000, 1);
        network.send(1, 3, 1000, 2);
        network.send(2, 3, 1000, 3);
        network.run();
        assertEquals(List.of(1L, 2L), network.arrived());
        assertEquals(List.of(new TestNetwork.Drop(NEAR_NANOS, 2, 3, 3, DropReason.QUEUE_FULL)), network.drops());
    }

    @Test
    void aMessageThatIsLostStillUsesTheUplink() {
        TestNetwork network = network("fast", "fast", "fast");
        network.faults(new Fault.Loss(0, MILLIS, TestNetwork.nodes(1), 1, null));
        network.sendAt(1, 0, 1, 1000, 1).sendAt(1, 0, 2, 1000, 2).run();
        assertEquals(List.of(new TestNetwork.Arrival(1 + NEAR_NANOS + 2 * TURN, 0, 2, 2)), network.arrivals());
    }

    @Test
    void lostMessagesCannotFillTheUplinkBeyondItsLimit() {
        TestNetwork network = TestNetwork.of(TestNetworks.fast(3), Contention.QUEUES, TURN);
        network.faults(new Fault.Loss(0, MILLIS, TestNetwork.nodes(1), 1, null));
        for (int i = 0; i < 5; i++) {
            network.sendAt(1, 0, 1, 1000, i);
        }
        network.sendAt(1 + TURN, 0, 2, 1000, 9).run();
        assertEquals(
                List.of(
                        DropReason.LOSS,
                        DropReason.LOSS,
                        DropReason.QUEUE_FULL,
                        DropReason.QUEUE_FULL,
                        DropReason.QUEUE_FULL),
                network.dropReasons());
        assertEquals(List.of(1 + NEAR_NANOS + 3 * TURN), network.arrivalTimes());
    }
}
