package io.omerta.sim.network.observe;

import static io.omerta.sim.network.TestNetworks.FAR_NANOS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NodePlacement;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.region.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the statistics of delays know. */
final class DelayStatisticsTest {
    private static final NodePopulation TWO = TestNetworks.population(TestNetworks.CONSTANT, "fast", "far:fast");

    private static DelayStatistics of(long... delays) {
        DelayStatistics statistics = new DelayStatistics(TWO);
        for (long delay : delays) {
            statistics.onDelivered(0, 0, 0, 1, 100, delay);
        }
        return statistics;
    }

    @Test
    void delaysOfANetworkAreKeptApartByOrderedPairOfRegions() {
        TestNetwork network = TestNetwork.plain(TWO);
        DelayStatistics statistics = new DelayStatistics(TWO);
        network.network().addObserver(statistics);
        network.send(0, 1, 0, 1);
        network.send(0, 1, 0, 2);
        network.send(1, 0, 0, 3);
        network.send(0, 0, 0, 4);
        network.run();
        assertEquals(List.of("near", "far"), statistics.regionKeys());
        assertEquals(2, statistics.between(0, 1).count());
        assertEquals(1, statistics.between(1, 0).count());
        assertEquals(1, statistics.between(0, 0).count());
        assertEquals(0, statistics.between(1, 1).count());
        assertEquals(FAR_NANOS, statistics.between(0, 1).meanNanos());
        assertEquals(NEAR_NANOS, statistics.between(0, 0).meanNanos());
        assertEquals(4, statistics.all().count());
        assertEquals((3 * FAR_NANOS + NEAR_NANOS) / 4.0, statistics.all().meanNanos());
    }

    @Test
    void delaysAreKeptApartByKindOfMessage() {
        DelayStatistics statistics = new DelayStatistics(TWO);
        statistics.onDelivered(0, 0, 0, 1, 100, 1000);
        statistics.onDelivered(0, 20, 0, 1, 100, 3000);
        assertEquals(1000, statistics.ofKind(0).meanNanos());
        assertEquals(3000, statistics.ofKind(20).meanNanos());
        assertEquals(0, statistics.ofKind(19).count());
        assertEquals(0, statistics.ofKind(99).count());
    }

    @Test
    void quantilesAreWithinOnePercent() {
        DelayStatistics statistics = of();
        for (long i = 1; i <= 1000; i++) {
            statistics.onDelivered(0, 0, 0, 1, 100, i * i * 1000);
        }
        for (double p : new double[] {0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 1}) {
            double exact = StrictMath.pow(Math.round(p * 1000), 2) * 1000;
            assertEquals(exact, statistics.all().quantileNanos(p), 0.01 * exact);
        }
    }

    @Test
    void theMeanIsExactHoweverLongTheDelays() {
        long longest = EventKernel.MAX_TIME_NANOS;
        assertEquals(
                (double) longest, of(longest, longest, longest, longest).all().meanNanos());
        assertEquals(2.5, of(1, 2, 3, 4).all().meanNanos());
    }

    @Test
    void anEmptyDistributionHasNoMean() {
        assertTrue(Double.isNaN(of().all().meanNanos()));
        assertEquals(0, of().all().quantileNanos(0.5));
    }

    @Test
    void addingReplicationsGivesWhatOneWouldHaveSeen() {
        long big = EventKernel.MAX_TIME_NANOS;
        DelayStatistics sum = of(1000, big, 3_000_000);
        sum.add(of(5000, big, big));
        DelayStatistics whole = of(5000, big, big, 1000, big, 3_000_000);
        assertEquals(whole.all().count(), sum.all().count());
        assertEquals(whole.all().meanNanos(), sum.all().meanNanos());
        assertEquals(whole.ofKind(0).count(), sum.ofKind(0).count());
        for (double p = 0; p <= 1; p += 0.125) {
            assertEquals(whole.all().quantileNanos(p), sum.all().quantileNanos(p));
        }
    }

    @Test
    void replicationsOfOtherRegionsCannotBeAdded() {
        NetworkPreset other = new NetworkPreset(
                "other",
                "one region",
                "made by hand",
                List.of(new Region("moon", "Moon", 1, 1, 1)),
                List.of(List.of(1.0)),
                new DelayLaw.Constant(),
                NetworkPreset.Assignment.QUOTA,
                List.of(new AccessType("fast", "Fast", 1, 1, 1, 0, 0)),
                List.of());
        DelayStatistics onTheMoon =
                new DelayStatistics(NodePopulation.of(other, List.of(new NodePlacement("n0", "moon", "fast"))));
        assertThrows(IllegalArgumentException.class, () -> of().add(onTheMoon));
    }

    @Test
    void aFractionOutsideOfZeroToOneHasNoQuantile() {
        assertThrows(IllegalArgumentException.class, () -> of(1).all().quantileNanos(1.1));
        assertThrows(IllegalArgumentException.class, () -> of(1).all().quantileNanos(Double.NaN));
    }
}
