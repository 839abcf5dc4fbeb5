package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.fault.Fault.PartitionShape;
import io.omerta.sim.network.fault.NodeSelector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason for which a message is dropped, told alike to the handler, to observers and to the counts. */
final class DropReasonTest {
    private static final NodeSelector SENDER = TestNetwork.nodes(0);
    private static final NodeSelector RECEIVER = TestNetwork.nodes(1);

    /** Faults under which a message sent at 5 ms, due at 15 ms, is dropped for the reason. */
    private static Stream<Fault> faultsFor(DropReason reason) {
        return switch (reason) {
            case SENDER_DOWN -> Stream.of(new Fault.Crash(0, Fault.FOREVER, SENDER, false, InFlight.DELIVER));
            case RECEIVER_DOWN -> Stream.of(new Fault.Crash(0, Fault.FOREVER, RECEIVER, false, InFlight.DELIVER));
            case PARTITION -> Stream.of(partition(0, InFlight.DELIVER));
            case CUT_IN_FLIGHT -> Stream.of(partition(10 * MILLIS, InFlight.DROP));
            case CRASHED_IN_FLIGHT -> Stream.of(
                    new Fault.Crash(10 * MILLIS, Fault.FOREVER, RECEIVER, false, InFlight.DROP));
            case LOSS -> Stream.of(new Fault.Loss(0, Fault.FOREVER, SENDER, 1, null));
            case CORRUPTED -> Stream.of(new Fault.Corrupt(0, Fault.FOREVER, SENDER, 1));
            case QUEUE_FULL -> Stream.of(new Fault.Clog(0, Fault.FOREVER, RECEIVER));
        };
    }

    private static Fault partition(long at, InFlight inFlight) {
        return new Fault.Partition(at, Fault.FOREVER, PartitionShape.SYMMETRIC, List.of(SENDER, RECEIVER), 0, inFlight);
    }

    private static long timeOfDrop(DropReason reason) {
        return switch (reason) {
            case SENDER_DOWN, PARTITION, LOSS -> 5 * MILLIS;
            case CUT_IN_FLIGHT, CRASHED_IN_FLIGHT -> 10 * MILLIS;
            case RECEIVER_DOWN, CORRUPTED, QUEUE_FULL -> 15 * MILLIS;
        };
    }

    private static TestNetwork network() {
        return TestNetwork.of(
                TestNetworks.fast(2), new NetworkOptions(Contention.QUEUES, false, Long.MAX_VALUE, 0, List.of()));
    }

    @ParameterizedTest
    @EnumSource(DropReason.class)
    void aDropIsToldToTheHandlerAtItsTime(DropReason reason) {
        TestNetwork network = network();
        network.faults(faultsFor(reason).toArray(Fault[]::new));
        network.sendAt(5 * MILLIS, 0, 1, 0, 7).run();
        assertEquals(List.of(new TestNetwork.Drop(timeOfDrop(reason), 0, 1, 7, reason)), network.drops());
        assertEquals(List.of(), network.arrivals());
    }

    @ParameterizedTest
    @EnumSource(DropReason.class)
    void aDropIsToldToObserversAndCounted(DropReason reason) {
        TestNetwork network = network();
        StringBuilder seen = new StringBuilder();
        network.network().addObserver(new NetworkObserver() {
            @Override
            public void onDropped(long time, int kind, int from, int to, int sizeBytes, DropReason why) {
                seen.append(time).append(' ').append(sizeBytes).append(' ').append(why);
            }
        });
        network.faults(faultsFor(reason).toArray(Fault[]::new));
        network.sendAt(5 * MILLIS, 0, 1, 0, 7).run();
        assertEquals(timeOfDrop(reason) + " 0 " + reason, seen.toString());
        Traffic traffic = network.network().traffic().get(0);
        assertEquals(1, traffic.dropped(reason));
        assertEquals(1, traffic.dropped());
        assertEquals(new Accounting(1, 0, 0, 1, 0), network.network().accounting());
    }

    @Test
    void sendSaysAtOnceWhetherTheMessageIsOnItsWay() {
        TestNetwork network = network();
        network.faults(partition(0, InFlight.DELIVER));
        network.kernel().runUntil(1);
        assertEquals(false, network.send(0, 1, 0, 1));
        assertEquals(true, network.send(0, 0, 0, 2));
    }
}
