package io.omerta.sim.network.fault;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.MessageHandler;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault.InFlight;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a crash takes and what it leaves. */
final class CrashTest {
    private static Fault crash(long at, long duration, InFlight inFlight, int... nodes) {
        return new Fault.Crash(at, duration, nodes(nodes), false, inFlight);
    }

    private static Fault diskLoss(long at, long duration, int... nodes) {
        return new Fault.Crash(at, duration, nodes(nodes), true, InFlight.DELIVER);
    }

    private static TestNetwork network(Fault... faults) {
        return TestNetwork.plain(TestNetworks.fast(3)).faults(faults);
    }

    @Test
    void aNodeIsDownFromTheInstantOfTheCrashToThatOfTheRestart() {
        TestNetwork network = network(crash(10, 5, InFlight.DELIVER, 1));
        StringBuilder up = new StringBuilder();
        for (long t = 8; t < 18; t++) {
            network.kernel().runUntil(t);
            up.append(network.network().isUp(1) ? '.' : 'x');
        }
        assertEquals("..xxxxx...", up.toString());
    }

    @Test
    void timersOfACrashedNodeAreGoneEvenAfterItsRestart() {
        TestNetwork network = network(crash(10 * MILLIS, 5 * MILLIS, InFlight.DELIVER, 1));
        network.startTimerAt(0, 1, 9 * MILLIS, 1);
        network.startTimerAt(0, 1, 12 * MILLIS, 2);
        network.startTimerAt(0, 1, 20 * MILLIS, 3);
        network.startTimerAt(16 * MILLIS, 1, 4 * MILLIS, 4);
        network.startTimerAt(0, 2, 20 * MILLIS, 5);
        network.run();
        assertEquals(
                List.of("timer 1 at n1", "crash at n1", "restart at n1", "timer 4 at n1", "timer 5 at n2"),
                network.story());
    }

    @Test
    void theModelIsToldWhetherTheDiskIsLost() {
        TestNetwork network =
                network(crash(10, 5, InFlight.DELIVER, 1), diskLoss(20, 5, 1)).run();
        assertEquals(
                List.of("crash at n1", "restart at n1", "crash and disk loss at n1", "restart at n1"), network.story());
    }

    @Test
    void overlappingCrashesAreOneThatLastsUntilBothAreOver() {
        TestNetwork network = network(crash(10, 20, InFlight.DELIVER, 1), crash(20, 20, InFlight.DELIVER, 1));
        network.kernel().runUntil(39);
        assertFalse(network.network().isUp(1));
        assertEquals(List.of("crash at n1"), network.story());
        network.kernel().runUntil(40);
        assertTrue(network.network().isUp(1));
        assertEquals(List.of("crash at n1", "restart at n1"), network.story());
    }

    @Test
    void aDiskLostWhileTheNodeIsDownIsToldToo() {
        TestNetwork network =
                network(crash(10, 20, InFlight.DELIVER, 1), diskLoss(15, 5, 1)).run();
        assertEquals(List.of("crash at n1", "crash and disk loss at n1", "restart at n1"), network.story());
    }

    @Test
    void aMessageToANodeThatIsDownIsDroppedWhenItArrives() {
        TestNetwork network = network(crash(10 * MILLIS, 50 * MILLIS, InFlight.DELIVER, 1));
        network.sendAt(20 * MILLIS, 0, 1, 0, 1).run();
        assertEquals(
                List.of(new TestNetwork.Drop(20 * MILLIS + NEAR_NANOS, 0, 1, 1, DropReason.RECEIVER_DOWN)),
                network.drops());
    }

    @Test
    void aMessageArrivesIfItsReceiverIsUpAgainByThen() {
        TestNetwork network = network(crash(10 * MILLIS, 5 * MILLIS, InFlight.DELIVER, 1));
        network.sendAt(5 * MILLIS, 0, 1, 0, 1).sendAt(12 * MILLIS, 0, 1, 0, 2).run();
        assertEquals(List.of(15 * MILLIS, 22 * MILLIS), network.arrivalTimes());
        assertEquals(List.of(), network.drops());
    }

    @Test
    void messagesOfACrashedSenderAreOnTheirWayIfTheCrashDelivers() {
        TestNetwork network = network(crash(10 * MILLIS, 50 * MILLIS, InFlight.DELIVER, 0));
        network.sendAt(5 * MILLIS, 0, 1, 0, 1).sendAt(20 * MILLIS, 0, 1, 0, 2).run();
        assertEquals(List.of(1L), network.arrived());
        assertEquals(List.of(new TestNetwork.Drop(20 * MILLIS, 0, 1, 2, DropReason.SENDER_DOWN)), network.drops());
    }

    @Test
    void messagesFromAndToTheNodeAreLostIfTheCrashDrops() {
        TestNetwork network = network(crash(10 * MILLIS, 1, InFlight.DROP, 1));
        network.sendAt(5 * MILLIS, 0, 1, 0, 1);
        network.sendAt(5 * MILLIS, 1, 2, 0, 2);
        network.sendAt(5 * MILLIS, 0, 2, 0, 3);
        network.run();
        assertEquals(List.of(3L), network.arrived());
        assertEquals(
                List.of(
                        new TestNetwork.Drop(10 * MILLIS, 0, 1, 1, DropReason.CRASHED_IN_FLIGHT),
                        new TestNetwork.Drop(10 * MILLIS, 1, 2, 2, DropReason.CRASHED_IN_FLIGHT)),
                network.drops());
    }

    @Test
    void aCrashThatDropsEmptiesTheQueuesOfItsLinks() {
        TestNetwork network = TestNetwork.queued(TestNetworks.fast(2)).faults(crash(1, 1, InFlight.DROP, 0));
        network.sendAt(0, 0, 1, 1000, 1).sendAt(2, 0, 1, 1000, 2).run();
        assertEquals(List.of(2 + NEAR_NANOS + 1000 * FAST_BYTE_NANOS), network.arrivalTimes());
    }

    @Test
    void aCrashThatDeliversLeavesTheQueuesOfItsLinks() {
        TestNetwork network = TestNetwork.queued(TestNetworks.fast(2)).faults(crash(1, 1, InFlight.DELIVER, 0));
        network.sendAt(0, 0, 1, 1000, 1).sendAt(2, 0, 1, 1000, 2).run();
        assertEquals(
                List.of(NEAR_NANOS + 1000 * FAST_BYTE_NANOS, NEAR_NANOS + 2000 * FAST_BYTE_NANOS),
                network.arrivalTimes());
    }

    @Test
    void aMessageSentInAnswerToADropInFlightIsNotDroppedWithIt() {
        TestNetwork network = network(crash(10 * MILLIS, MILLIS, InFlight.DROP, 1));
        int answer = 2; // the kind declared after the one below
        int asked = network.network().messageKind("asked", new MessageHandler() {
            @Override
            public void onMessage(int to, int from, long payload, int sizeBytes, @Nullable Object body) {}

            @Override
            public void onDropped(int to, int from, long payload, DropReason reason) {
                network.network().send(from, to, answer, 0, payload, null);
            }
        });
        long[] arrivedAt = {0};
        network.network()
                .messageKind(
                        "answer",
                        (to, from, payload, sizeBytes, body) ->
                                arrivedAt[0] = network.kernel().now());
        network.at(5 * MILLIS, () -> network.network().send(0, 1, asked, 0, 1, null));
        network.run();
        assertEquals(10 * MILLIS + NEAR_NANOS, arrivedAt[0]);
    }

    @Test
    void whatWaitedAtANodeIsLostWhenItCrashes() {
        TestNetwork network =
                network(new Fault.Pause(0, 30 * MILLIS, nodes(1)), crash(20 * MILLIS, 5 * MILLIS, InFlight.DELIVER, 1));
        network.sendAt(1, 0, 1, 0, 1).startTimerAt(1, 1, MILLIS, 2).run();
        assertEquals(List.of(new TestNetwork.Drop(20 * MILLIS, 0, 1, 1, DropReason.RECEIVER_DOWN)), network.drops());
        assertEquals(List.of("crash at n1", "restart at n1"), network.story());
    }

    @Test
    void aNodeThatRestartsWhilePausedBeginsWhenItWakes() {
        TestNetwork network =
                network(new Fault.Pause(0, 30 * MILLIS, nodes(1)), crash(5 * MILLIS, 5 * MILLIS, InFlight.DELIVER, 1));
        network.sendAt(12 * MILLIS, 0, 1, 0, 1);
        network.kernel().runUntil(29 * MILLIS);
        assertEquals(List.of("crash at n1"), network.story());
        network.run();
        assertEquals(List.of("crash at n1", "restart at n1", "message 1 at n1"), network.story());
        assertEquals(List.of(30 * MILLIS), network.arrivalTimes());
    }
}
