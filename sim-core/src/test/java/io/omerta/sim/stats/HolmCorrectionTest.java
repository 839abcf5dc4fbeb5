package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
    @Test
    void adjustsAnExampleWorkedByHand() {
        // Ascending .005, .01, .03, .04 times 4, 3, 2, 1 is .02, .03, .06, .04; the last may not fall below the third.
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02},
                HolmCorrection.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}),
                1e-15);
    }

    @Test
    void aTestThatCouldNotBeMadeDoesNotCount() {
        assertArrayEquals(
                new double[] {Double.NaN, 0.02, 0.3},
                HolmCorrection.adjusted(new double[] {Double.NaN, 0.01, 0.3}),
                1e-15);
    }

    @Test
    void noAdjustedValueExceedsOne() {
        assertArrayEquals(new double[] {1, 1}, HolmCorrection.adjusted(new double[] {0.7, 0.9}), 0);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThrows(IllegalArgumentException.class, () -> HolmCorrection.adjusted(new double[] {1.5}));
    }

    /**
     * Ten true hypotheses at a time: without correction some of them is rejected with a probability of 0.40, with it of
     * 0.0489. 4000 families, standard error 0.0034: 0.06 is left by another seed with a probability below 0.001.
     */
    @Test
    void falseFindingsAreAsRareInAFamilyAsInOneTest() {
        RandomStream stream = new RandomStreams(5).stream("p-values");
        int corrected = 0;
        int uncorrected = 0;
        for (int family = 0; family < 4000; family++) {
            double[] pValues = new double[10];
            double smallest = 1;
            for (int i = 0; i < pValues.length; i++) {
                pValues[i] = stream.nextDouble();
                smallest = Math.min(smallest, pValues[i]);
            }
            uncorrected += smallest < 0.05 ? 1 : 0;
            corrected += anyBelow(HolmCorrection.adjusted(pValues), 0.05) ? 1 : 0;
        }
        assertTrue(corrected / 4000.0 < 0.06, "corrected: " + corrected / 4000.0);
        assertTrue(uncorrected / 4000.0 > 0.35, "uncorrected: " + uncorrected / 4000.0);
    }

    private static boolean anyBelow(double[] values, double limit) {
        for (double value : values) {
            if (value < limit) {
                return true;
            }
        }
        return false;
    }
}
