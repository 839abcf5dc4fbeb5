package io.omerta.sim.network.fault;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What wrong clocks show, and what they do to timers. */
final class NodeClockTest {
    private static final long BEGIN = 10 * MILLIS;
    private static final long LASTS = 1000 * MILLIS;

    private static TestNetwork network(Fault... faults) {
        return TestNetwork.plain(TestNetworks.fast(2)).faults(faults);
    }

    private static Fault clock(long offset, double driftPartsPerMillion) {
        return new Fault.Clock(BEGIN, LASTS, nodes(1), offset, driftPartsPerMillion);
    }

    private static long shown(TestNetwork network, int node, long at) {
        network.kernel().runUntil(at);
        return network.network().clockNanos(node);
    }

    @Test
    void aClockJumpsAtTheBeginningAndBackAtTheEnd() {
        TestNetwork network = network(clock(-3 * MILLIS, 0));
        assertEquals(BEGIN - 1, shown(network, 1, BEGIN - 1));
        assertEquals(BEGIN - 3 * MILLIS, shown(network, 1, BEGIN));
        assertEquals(BEGIN + LASTS - 1 - 3 * MILLIS, shown(network, 1, BEGIN + LASTS - 1));
        assertEquals(BEGIN + LASTS, shown(network, 1, BEGIN + LASTS));
    }

    @Test
    void aDriftingClockGainsWithTimeSinceTheFaultBegan() {
        TestNetwork network = network(clock(0, 500)); // 500 ns each millisecond
        assertEquals(BEGIN, shown(network, 1, BEGIN));
        assertEquals(BEGIN + 100 * MILLIS + 100 * 500, shown(network, 1, BEGIN + 100 * MILLIS));
    }

    @Test
    void overlappingClockFaultsAddUp() {
        TestNetwork network = network(clock(2 * MILLIS, 500), clock(MILLIS, -200));
        assertEquals(BEGIN + 100 * MILLIS + 3 * MILLIS + 100 * 300, shown(network, 1, BEGIN + 100 * MILLIS));
    }

    @Test
    void theClocksOfOtherNodesAreRight() {
        TestNetwork network = network(clock(5 * MILLIS, 500));
        assertEquals(20 * MILLIS, shown(network, 0, 20 * MILLIS));
    }

    @Test
    void aClockNeverShowsTimeBeforeTheStart() {
        assertEquals(0, shown(network(clock(-50 * MILLIS, 0)), 1, BEGIN));
    }

    @Test
    void timersRunFastByAFastClock() {
        // At +25 % the clock shows 100 ms after 80 ms.
        TestNetwork network = network(clock(0, 250_000));
        network.startTimerAt(BEGIN, 1, 100 * MILLIS, 1).run();
        assertEquals(List.of(BEGIN + 80 * MILLIS), network.firingTimes());
    }

    @Test
    void timersRunLateByASlowClock() {
        // At -20 % the clock shows 100 ms after 125 ms.
        TestNetwork network = network(clock(0, -200_000));
        network.startTimerAt(BEGIN, 1, 100 * MILLIS, 1).run();
        assertEquals(List.of(BEGIN + 125 * MILLIS), network.firingTimes());
    }

    @Test
    void aJumpDoesNotTouchTimers() {
        TestNetwork network = network(clock(30 * MILLIS, 0));
        network.startTimerAt(0, 1, 50 * MILLIS, 1)
                .startTimerAt(BEGIN, 1, 60 * MILLIS, 2)
                .run();
        assertEquals(List.of(50 * MILLIS, BEGIN + 60 * MILLIS), network.firingTimes());
    }

    @Test
    void aTimerKeepsTheRateOfTheMomentItWasStarted() {
        TestNetwork network = network(clock(0, 250_000));
        network.startTimerAt(0, 1, 100 * MILLIS, 1).run();
        assertEquals(List.of(100 * MILLIS), network.firingTimes());
    }

    @Test
    void aLongTimerByAGoodClockIsExactWhateverElseIsWrongWithTheNode() {
        long delay = 40 * 365 * VirtualTime.DAY + 1; // not a double
        TestNetwork network = network(new Fault.Slow(0, MILLIS, nodes(1), 1));
        network.startTimerAt(1, 1, delay, 1).run();
        assertEquals(List.of(delay + 1), network.firingTimes());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e6, Double.NaN, Double.POSITIVE_INFINITY})
    void aClockThatStandsStillOrHasNoRateIsRejected(double drift) {
        assertThrows(IllegalArgumentException.class, () -> clock(0, drift));
    }
}
