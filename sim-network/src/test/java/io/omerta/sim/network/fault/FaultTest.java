package io.omerta.sim.network.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault.InFlight;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no fault can be. */
final class FaultTest {
    private static final NodeSelector ALL = new NodeSelector.All();

    static Stream<Executable> impossibleFaults() {
        return Stream.of(
                () -> new Fault.Crash(-1, 1, ALL, false, InFlight.DROP),
                () -> new Fault.Pause(0, -1, ALL),
                () -> new Fault.Clog(0, -1, ALL),
                () -> new Fault.Slow(0, 1, ALL, -1),
                () -> new Fault.Loss(0, 1, ALL, 1.1, null),
                () -> new Fault.Loss(0, 1, ALL, Double.NaN, null),
                () -> new Fault.Burst(-0.1, 0, 0),
                () -> new Fault.Burst(0, 2, 0),
                () -> new Fault.Burst(0, 0, 2),
                () -> new Fault.Duplicate(0, 1, ALL, -0.1),
                () -> new Fault.Reorder(0, 1, ALL, 2, 1),
                () -> new Fault.Reorder(0, 1, ALL, 0.5, -1),
                () -> new Fault.Corrupt(0, 1, ALL, 2),
                () -> new Fault.Throttle(0, 1, ALL, 0),
                () -> new Fault.Throttle(0, 1, ALL, 1.5));
    }

    @ParameterizedTest
    @MethodSource("impossibleFaults")
    void impossibleFaultsAreRejected(Executable fault) {
        assertThrows(IllegalArgumentException.class, fault);
    }

    @Test
    void aFaultThatShouldHaveBegunIsRejected() {
        TestNetwork network = TestNetwork.plain(TestNetworks.fast(2));
        network.kernel().runUntil(10);
        assertThrows(IllegalArgumentException.class, () -> network.faults(new Fault.Pause(9, 5, ALL)));
    }

    @Test
    void aFaultThatLastsForEverSchedulesNoEnd() {
        TestNetwork network = TestNetwork.plain(TestNetworks.fast(2))
                .faults(new Fault.Crash(5, Fault.FOREVER, ALL, false, InFlight.DELIVER));
        network.run();
        assertEquals(5, network.kernel().now());
        assertTrue(!network.network().isUp(0));
    }
}
