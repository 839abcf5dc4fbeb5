package io.omerta.sim.network.fault;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.Accounting;
import io.omerta.sim.network.Contention;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that copy, delay, damage, slow down or throttle messages. */
final class MessageFaultTest {
    private static final int MANY = 10_000;
    private static final long TURN = 1000 * FAST_BYTE_NANOS;

    private static TestNetwork network(Fault... faults) {
        return TestNetwork.plain(TestNetworks.fast(3)).faults(faults);
    }

    private static TestNetwork queued(Fault... faults) {
        return TestNetwork.queued(TestNetworks.fast(3)).faults(faults);
    }

    private static void sendMany(TestNetwork network, int from, int to) {
        for (int i = 0; i < MANY; i++) {
            network.sendAt(1, from, to, 0, i);
        }
        network.run();
    }

    /** Binomial(10000, p): beyond five standard deviations with probability below 1e-6. */
    private static void assertFraction(double expected, int count) {
        assertEquals(MANY * expected, count, 5 * Math.sqrt(MANY * expected * (1 - expected)));
    }

    @Test
    void aDuplicatedMessageArrivesTwiceAndIsAccountedFor() {
        TestNetwork network = network(new Fault.Duplicate(0, MILLIS, nodes(1), 1));
        network.sendAt(1, 0, 1, 0, 7).run();
        assertEquals(List.of(7L, 7L), network.arrived());
        assertEquals(new Accounting(1, 1, 2, 0, 0), network.network().accounting());
    }

    @Test
    void theCopyDrawsItsOwnDelay() {
        TestNetwork network = TestNetwork.plain(TestNetworks.population(TestNetworks.PARETO, "fast", "fast"))
                .faults(new Fault.Duplicate(0, MILLIS, nodes(0), 1));
        network.sendAt(1, 0, 1, 0, 7).run();
        assertEquals(2, network.arrivalTimes().size());
        assertNotEquals(network.arrivalTimes().get(0), network.arrivalTimes().get(1));
    }

    @Test
    void theCopyUsesTheDownlinkButNotTheUplink() {
        TestNetwork network = queued(new Fault.Duplicate(0, MILLIS, nodes(1), 1));
        network.sendAt(1, 0, 1, 1000, 1).sendAt(1, 0, 2, 1000, 2).run();
        long first = 1 + NEAR_NANOS + TURN;
        assertEquals(
                List.of(
                        new TestNetwork.Arrival(first, 0, 1, 1),
                        new TestNetwork.Arrival(first + TURN, 0, 1, 1),
                        new TestNetwork.Arrival(first + TURN, 0, 2, 2)),
                network.arrivals());
    }

    @Test
    void messagesAreDuplicatedWithTheirProbability() {
        TestNetwork network = network(new Fault.Duplicate(0, MILLIS, nodes(0), 0.3));
        sendMany(network, 0, 1);
        assertFraction(0.3, network.arrivals().size() - MANY);
    }

    @Test
    void reorderedMessagesAreHeldBackUniformlyUpToTheLimit() {
        TestNetwork network = network(new Fault.Reorder(0, MILLIS, nodes(0), 0.5, 8 * MILLIS));
        sendMany(network, 0, 1);
        long onTime = 1 + NEAR_NANOS;
        List<Long> late =
                network.arrivalTimes().stream().filter(at -> at > onTime).toList();
        assertFraction(0.5, late.size());
        assertTrue(late.stream().allMatch(at -> at < onTime + 8 * MILLIS));
        double mean = late.stream().mapToLong(at -> at - onTime).average().orElseThrow();
        // Uniform on 8 ms: standard error 8 ms / sqrt(12 x 5000); beyond five of them with probability below 1e-6.
        assertEquals(4 * MILLIS, mean, 5 * 8 * MILLIS / Math.sqrt(12.0 * late.size()));
    }

    @Test
    void reorderingCanLetALaterMessagePass() {
        TestNetwork network = network(new Fault.Reorder(0, MILLIS, nodes(0), 0.5, 8 * MILLIS));
        sendMany(network, 0, 1);
        assertNotEquals(network.arrived().stream().sorted().toList(), network.arrived());
    }

    @Test
    void aCorruptedMessageIsDroppedOnArrivalAfterUsingItsLinks() {
        TestNetwork network = queued(new Fault.Corrupt(0, MILLIS, nodes(0), 1));
        network.sendAt(1, 0, 1, 1000, 1).sendAt(MILLIS, 2, 1, 1000, 2).run();
        assertEquals(
                List.of(new TestNetwork.Drop(1 + NEAR_NANOS + TURN, 0, 1, 1, DropReason.CORRUPTED)), network.drops());
        assertEquals(List.of(1 + NEAR_NANOS + 2 * TURN), network.arrivalTimes());
    }

    @Test
    void messagesAreCorruptedWithTheirProbability() {
        TestNetwork network = network(new Fault.Corrupt(0, MILLIS, nodes(1), 0.2));
        sendMany(network, 0, 1);
        assertFraction(0.2, network.drops().size());
    }

    @Test
    void independentLossesHaveTheirProbability() {
        TestNetwork network = network(new Fault.Loss(0, MILLIS, nodes(1), 0.35, null));
        sendMany(network, 0, 1);
        assertFraction(0.35, network.drops().size());
    }

    @Test
    void overlappingLossesCombine() {
        TestNetwork network =
                network(new Fault.Loss(0, MILLIS, nodes(1), 0.5, null), new Fault.Loss(0, MILLIS, nodes(0), 0.5, null));
        sendMany(network, 0, 1);
        assertFraction(0.75, network.drops().size());
    }

    @Test
    void faultsOfANodeTouchMessagesInBothDirectionsAndNoOthers() {
        TestNetwork network = network(new Fault.Loss(0, MILLIS, nodes(1), 1, null));
        network.sendAt(1, 0, 1, 0, 1)
                .sendAt(1, 1, 2, 0, 2)
                .sendAt(1, 0, 2, 0, 3)
                .run();
        assertEquals(List.of(3L), network.arrived());
    }

    @Test
    void aSlowNodeSendsLaterAndReceivesAsBefore() {
        TestNetwork network = network(
                new Fault.Slow(0, MILLIS, nodes(0), 3 * MILLIS), new Fault.Slow(0, MILLIS, nodes(0), 2 * MILLIS));
        network.sendAt(1, 0, 1, 0, 1)
                .sendAt(1, 1, 0, 0, 2)
                .sendAt(MILLIS, 0, 1, 0, 3)
                .run();
        assertEquals(
                List.of(
                        new TestNetwork.Arrival(1 + NEAR_NANOS, 1, 0, 2),
                        new TestNetwork.Arrival(MILLIS + NEAR_NANOS, 0, 1, 3),
                        new TestNetwork.Arrival(1 + NEAR_NANOS + 5 * MILLIS, 0, 1, 1)),
                network.arrivals());
    }

    @Test
    void throttlesMultiplyWhileTheyOverlap() {
        TestNetwork network = network(
                new Fault.Throttle(0, 20 * MILLIS, nodes(0), 0.5),
                new Fault.Throttle(10 * MILLIS, 20 * MILLIS, nodes(0), 0.25));
        long[] sendTimes = {1, 10 * MILLIS, 20 * MILLIS, 30 * MILLIS};
        long[] slowdown = {2, 8, 4, 1};
        for (int i = 0; i < sendTimes.length; i++) {
            network.sendAt(sendTimes[i], 0, 1, 1000, i);
        }
        network.run();
        for (TestNetwork.Arrival arrival : network.arrivals()) {
            int i = (int) arrival.payload();
            assertEquals(sendTimes[i] + NEAR_NANOS + slowdown[i] * TURN, arrival.atNanos());
        }
        assertEquals(4, network.arrivals().size());
    }

    @Test
    void aThrottleSlowsBothLinksOfTheNode() {
        TestNetwork network = network(new Fault.Throttle(0, MILLIS, nodes(1), 0.1));
        network.sendAt(1, 0, 1, 1000, 1).sendAt(1, 1, 2, 1000, 2).run();
        assertEquals(List.of(1 + NEAR_NANOS + 10 * TURN, 1 + NEAR_NANOS + 10 * TURN), network.arrivalTimes());
    }

    @Test
    void ratesComeBackExactlyAfterFactorsThatAreNotBinaryFractions() {
        TestNetwork network = TestNetwork.of(TestNetworks.fast(2), Contention.QUEUES, Long.MAX_VALUE)
                .faults(
                        new Fault.Throttle(0, 5, nodes(0), 0.1),
                        new Fault.Throttle(1, 5, nodes(0), 0.3),
                        new Fault.Throttle(2, 2, nodes(0), 0.7));
        network.sendAt(10, 0, 1, Integer.MAX_VALUE, 1).run();
        assertEquals(List.of(10 + NEAR_NANOS + Integer.MAX_VALUE * FAST_BYTE_NANOS), network.arrivalTimes());
    }
}
