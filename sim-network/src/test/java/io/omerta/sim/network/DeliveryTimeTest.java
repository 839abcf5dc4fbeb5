package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.FAR_NANOS;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static io.omerta.sim.network.TestNetworks.REMOTE_NANOS;
import static io.omerta.sim.network.TestNetworks.SLOW_BYTE_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.region.NodePopulation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a message that has its links to itself arrives. */
final class DeliveryTimeTest {
    private static TestNetwork network(Contention contention, String... access) {
        return TestNetwork.of(TestNetworks.near(access), contention, Long.MAX_VALUE);
    }

    private static long arrival(TestNetwork network, int sizeBytes) {
        assertTrue(network.send(0, 1, sizeBytes, 7));
        network.run();
        assertEquals(1, network.arrivals().size());
        return network.arrivals().get(0).atNanos();
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void anEmptyMessageTakesThePropagationDelay(Contention contention) {
        assertEquals(NEAR_NANOS, arrival(network(contention, "fast", "fast"), 0));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void theRegionsOfTheTwoNodesDecideThePropagationDelay(Contention contention) {
        assertEquals(FAR_NANOS, arrival(network(contention, "fast", "far:fast"), 0));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void eachEndAddsItsAccessDelay(Contention contention) {
        assertEquals(NEAR_NANOS + 2 * REMOTE_NANOS, arrival(network(contention, "remote", "remote"), 0));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void equalLinksAddTheSizeOverTheirRateOnce(Contention contention) {
        assertEquals(NEAR_NANOS + 500 * FAST_BYTE_NANOS, arrival(network(contention, "fast", "fast"), 500));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void aSlowUplinkBeforeAFastDownlinkDecides(Contention contention) {
        assertEquals(NEAR_NANOS + 500 * SLOW_BYTE_NANOS, arrival(network(contention, "slow-up", "fast"), 500));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void aSlowDownlinkAfterAFastUplinkDecides(Contention contention) {
        assertEquals(NEAR_NANOS + 500 * SLOW_BYTE_NANOS, arrival(network(contention, "fast", "slow-down"), 500));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void twoSlowLinksAddTheSizeOverTheirRateOnce(Contention contention) {
        assertEquals(NEAR_NANOS + 500 * SLOW_BYTE_NANOS, arrival(network(contention, "slow-up", "slow-down"), 500));
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void processingTimeComesBeforeTheLink(Contention contention) {
        TestNetwork network = network(contention, "fast", "fast");
        network.network().send(0, 1, 0, 500, 7, null, 4 * MILLIS);
        network.run();
        assertEquals(List.of(4 * MILLIS + NEAR_NANOS + 500 * FAST_BYTE_NANOS), network.arrivalTimes());
    }

    @ParameterizedTest
    @EnumSource(Contention.class)
    void aMessageToOneselfTakesTheDelayWithinTheRegion(Contention contention) {
        TestNetwork network = network(contention, "fast");
        network.send(0, 0, 0, 7);
        network.run();
        assertEquals(List.of(new TestNetwork.Arrival(NEAR_NANOS, 0, 0, 7)), network.arrivals());
    }

    @Test
    void withoutContentionSimultaneousMessagesDoNotWait() {
        TestNetwork network = network(Contention.NONE, "fast", "fast", "fast");
        network.send(0, 2, 500, 1);
        network.send(0, 2, 500, 2);
        network.send(1, 2, 500, 3);
        network.run();
        long alone = NEAR_NANOS + 500 * FAST_BYTE_NANOS;
        assertEquals(List.of(alone, alone, alone), network.arrivalTimes());
    }

    @Test
    void theObserverSeesTheDelayFromSendingToArrival() {
        TestNetwork network = network(Contention.QUEUES, "fast", "fast");
        long[] delay = new long[1];
        network.network().addObserver(new NetworkObserver() {
            @Override
            public void onDelivered(long time, int kind, int from, int to, int sizeBytes, long delayNanos) {
                delay[0] = delayNanos;
            }
        });
        network.sendAt(5 * MILLIS, 0, 1, 500, 7).run();
        assertEquals(NEAR_NANOS + 500 * FAST_BYTE_NANOS, delay[0]);
    }

    @Test
    void theReceiverGetsTheBodyThatWasSent() {
        NodePopulation population = TestNetworks.fast(2);
        TestNetwork network = TestNetwork.plain(population);
        Object body = new Object();
        Object[] received = new Object[1];
        int kind = network.network()
                .messageKind("with body", (to, from, payload, sizeBytes, object) -> received[0] = object);
        network.network().send(0, 1, kind, 10, 0, body);
        network.run();
        assertEquals(body, received[0]);
    }

    @Test
    void negativeSizesAndProcessingTimesAreRejected() {
        Network network = network(Contention.NONE, "fast", "fast").network();
        assertThrows(IllegalArgumentException.class, () -> network.send(0, 1, 0, -1, 0, null));
        assertThrows(IllegalArgumentException.class, () -> network.send(0, 1, 0, 1, 0, null, -1));
        assertEquals(0, network.traffic().get(0).sent());
    }
}
