package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void smallDeviationsSurviveALargeMean() {
        // NIST Statistical Reference Datasets, univariate, NumAcc4: mean 10000000.2 and standard deviation 0.1 exactly.
        // The data themselves round to a multiple of 1.9e-9.
        Tally tally = Tally.of(10_000_000.2);
        for (int i = 0; i < 500; i++) {
            tally.add(10_000_000.1);
            tally.add(10_000_000.3);
        }
        assertEquals(1001, tally.count());
        assertEquals(10_000_000.2, tally.mean(), 1e-8);
        assertEquals(0.1, tally.standardDeviation(), 1e-8);
    }

    @Test
    void theRangeIsThatOfTheObservations() {
        Tally tally = Tally.of(3, -7, 5);
        assertEquals(-7, tally.minimum());
        assertEquals(5, tally.maximum());
    }

    @Test
    void theStandardErrorShrinksWithTheRootOfTheCount() {
        assertEquals(Math.sqrt(2.5 / 5), Tally.of(1, 2, 3, 4, 5).standardError(), 1e-15);
    }

    @Test
    void nothingHasNoMean() {
        Tally tally = new Tally();
        assertEquals(Double.NaN, tally.mean());
        assertEquals(Double.NaN, tally.minimum());
        assertEquals(Double.NaN, tally.maximum());
    }

    @Test
    void oneObservationHasNoVariance() {
        assertEquals(Double.NaN, Tally.of(4).variance());
    }

    @Test
    void anObservationThatIsNotFiniteIsRefused() {
        Tally tally = new Tally();
        assertThrows(IllegalArgumentException.class, () -> tally.add(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> tally.add(Double.NEGATIVE_INFINITY));
        assertEquals(0, tally.count());
    }

    @Test
    void mergingNothingChangesNothing() {
        Tally tally = Tally.of(1, 2, 4);
        tally.merge(new Tally());
        assertEquals(3, tally.count());
        assertEquals(7 / 3.0, tally.mean(), 1e-15);
        assertEquals(1, tally.minimum());
    }

    @SeededTest
    void partsMergeToTheWholeInAnyOrder(RandomStreams streams) {
        RandomStream random = streams.stream("split");
        Tally whole = new Tally();
        List<Tally> parts = new ArrayList<>();
        for (int part = 0; part < 1 + random.nextInt(8); part++) {
            parts.add(new Tally());
        }
        for (int i = 0; i < 1000; i++) {
            double observation = 1e6 + random.nextGaussian();
            whole.add(observation);
            parts.get(random.nextInt(parts.size())).add(observation);
        }
        Tally forward = new Tally();
        parts.forEach(forward::merge);
        Collections.reverse(parts);
        Tally backward = new Tally();
        parts.forEach(backward::merge);
        for (Tally merged : List.of(forward, backward)) {
            assertEquals(whole.count(), merged.count());
            assertEquals(whole.mean(), merged.mean(), 1e-14 * whole.mean());
            assertEquals(whole.variance(), merged.variance(), 1e-9 * whole.variance());
            assertEquals(whole.minimum(), merged.minimum());
            assertEquals(whole.maximum(), merged.maximum());
        }
    }
}
