package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.fault.Fault;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Common random numbers: what is added to a run does not change the luck of what was there. */
final class IndependentLuckTest {
    /** Delay of each message of node 0 that arrived, by name; 50 messages, 1 ms apart, over a lossy Pareto path. */
    private static TreeMap<Long, Long> delaysOfNode0(long seed, Consumer<TestNetwork> addition) {
        TestNetwork network = new TestNetwork(
                new PrimitiveKernel(QueueKind.HEAP),
                TestNetworks.population(TestNetworks.PARETO, "fast", "lossy", "fast"),
                new NetworkOptions(Contention.NONE, true, Long.MAX_VALUE, 1000, List.of()),
                seed);
        addition.accept(network);
        for (int i = 0; i < 50; i++) {
            network.sendAt(i * MILLIS, 0, 1, 100, i);
        }
        network.run();
        TreeMap<Long, Long> delays = new TreeMap<>();
        for (TestNetwork.Arrival arrival : network.arrivals()) {
            if (arrival.from() == 0) {
                delays.put(arrival.payload(), arrival.atNanos() - arrival.payload() * MILLIS);
            }
        }
        return delays;
    }

    @Test
    void theMessagesOfOneNodeDoNotChangeTheDelaysOfAnother() {
        TreeMap<Long, Long> alone = delaysOfNode0(1, network -> {});
        TreeMap<Long, Long> accompanied = delaysOfNode0(1, network -> {
            for (int i = 0; i < 50; i++) {
                network.sendAt(i * MILLIS + 1, 2, 1, 100, 100 + i);
            }
        });
        assertEquals(alone, accompanied);
    }

    @Test
    void anotherSeedChangesThem() {
        assertNotEquals(delaysOfNode0(1, network -> {}), delaysOfNode0(2, network -> {}));
    }

    @Test
    void aFaultDoesNotChangeTheLuckOfMessagesAfterIt() {
        TreeMap<Long, Long> well = delaysOfNode0(1, network -> {});
        TreeMap<Long, Long> afterFaults = delaysOfNode0(
                1,
                network -> network.faults(
                        new Fault.Loss(0, 10 * MILLIS, TestNetwork.nodes(0), 0.5, new Fault.Burst(0.1, 0.3, 1)),
                        new Fault.Duplicate(0, 15 * MILLIS, TestNetwork.nodes(1), 0.5),
                        new Fault.Reorder(5 * MILLIS, 15 * MILLIS, TestNetwork.nodes(0), 0.5, MILLIS),
                        new Fault.Corrupt(5 * MILLIS, 15 * MILLIS, TestNetwork.nodes(0), 0.5)));
        assertEquals(well.tailMap(20L), afterFaults.tailMap(20L));
        assertNotEquals(well, afterFaults);
    }
}
