package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TimeWeightedMeanTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void eachLevelWeighsAsLongAsItLasted() {
        var queue = new TimeWeightedMean(0, 2);
        queue.update(10 * SECOND, 5);
        assertEquals((10 * 2 + 30 * 5) / 40.0, queue.mean(40 * SECOND), 1e-15);
    }

    @Test
    void askingForTheMeanChangesNothing() {
        var queue = new TimeWeightedMean(0, 2);
        double first = queue.mean(3 * SECOND);
        queue.update(SECOND, 4);
        assertEquals(2, first);
        assertEquals(3, queue.mean(2 * SECOND), 1e-15);
    }

    @Test
    void aLevelThatHoldsForNoTimeWeighsNothing() {
        var queue = new TimeWeightedMean(0, 1);
        queue.update(SECOND, 1000);
        queue.update(SECOND, 3);
        assertEquals(2, queue.mean(2 * SECOND), 1e-15);
    }

    @Test
    void noTimeHasNoMean() {
        assertEquals(Double.NaN, new TimeWeightedMean(SECOND, 7).mean(SECOND));
    }

    @Test
    void restartForgetsTheWarmUpButKeepsTheLevel() {
        var queue = new TimeWeightedMean(0, 100);
        queue.update(SECOND, 6);
        queue.restart(5 * SECOND);
        queue.update(6 * SECOND, 8);
        assertEquals(7, queue.mean(7 * SECOND), 1e-15);
    }

    @Test
    void aMillionChangesLateInALongRunLoseNoPrecision() {
        long begin = 157_680_000L * SECOND; // five years
        var busy = new TimeWeightedMean(begin, 0);
        for (int i = 1; i <= 1_000_000; i++) {
            busy.update(begin + i * 1_000_000L, i % 2);
        }
        assertEquals(0.5, busy.mean(begin + 1_000_000L * 1_000_000L), 1e-12);
    }

    @Test
    void timeThatGoesBackIsRefused() {
        var queue = new TimeWeightedMean(0, 1);
        queue.update(10, 2);
        assertThrows(IllegalArgumentException.class, () -> queue.update(9, 3));
        assertThrows(IllegalArgumentException.class, () -> queue.mean(9));
        assertThrows(IllegalArgumentException.class, () -> queue.restart(9));
    }

    @Test
    void aLevelThatIsNotFiniteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TimeWeightedMean(0, Double.NaN));
        var queue = new TimeWeightedMean(0, 1);
        assertThrows(IllegalArgumentException.class, () -> queue.update(1, Double.POSITIVE_INFINITY));
    }
}
