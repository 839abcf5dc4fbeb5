package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SequentialStoppingTest {
    private static final SequentialStopping RULE = new SequentialStopping(10, 1000, 0.05);

    @Test
    void startsWithTheSafeStart() {
        assertEquals(10, RULE.wanted(new double[0], 0.95));
    }

    @Test
    void aSampleThatDoesNotVaryIsEnough() {
        assertEquals(10, RULE.wanted(new double[10], 0.95));
    }

    @Test
    void aMeanOfNothingIsNeverPreciseEnough() {
        double[] nothing = new double[10];
        Arrays.fill(nothing, Double.NaN);

        assertEquals(20, RULE.wanted(nothing, 0.95));
    }

    @Test
    void neverAsksForMoreThanTheMost() {
        double[] rough = new double[600];
        for (int i = 0; i < rough.length; i++) {
            rough[i] = i % 2 == 0 ? 100 : -99;
        }
        assertEquals(1000, RULE.wanted(rough, 0.95));
    }

    @Test
    void oneSampleSizeThatIsPreciseEnoughDoesNotStop() {
        // Half widths over means: 0.234 with six values, 0.128 with ten; 0.2 is demanded.
        SequentialStopping rule = new SequentialStopping(10, 100, 0.25);
        double[] values = {1, 1.6, 1, 1, 1, 1, 1, 1, 1, 1};

        assertFalse(rule.isPrecise(values, 0.95));
        assertTrue(rule.isPrecise(new double[] {1, 1.6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0.95));
    }

    @SeededTest
    void theDemandIsMetAtTheReplicationWhereItStops(long seed) {
        var stream = new RandomStreams(seed).stream("values");
        double[] values = new double[0];
        while (RULE.wanted(values, 0.95) > values.length) {
            int before = values.length;
            values = Arrays.copyOf(values, RULE.wanted(values, 0.95));
            for (int i = before; i < values.length; i++) {
                values[i] = 1 + stream.nextExponential();
            }
        }
        assertTrue(values.length < 1000, () -> "no precision reached");
        var mean = MeanInterval.studentT(values, 0.95);
        assertTrue(mean.high() - mean.value() <= 0.05 * mean.value());
    }

    @Test
    void refusesAnUnsafeStart() {
        assertThrows(IllegalArgumentException.class, () -> new SequentialStopping(5, 100, 0.05));
    }
}
