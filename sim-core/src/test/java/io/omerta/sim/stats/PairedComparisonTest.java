package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    @Test
    void testsAnExampleWorkedByHand() {
        // Differences 1, 2, 3, 4: mean 2.5, standard error sqrt(5/3)/2, t = 3.873 with 3 degrees of freedom.
        PairedComparison comparison =
                PairedComparison.of(new double[] {11, 22, 33, 44}, new double[] {10, 20, 30, 40}, 0.95);

        assertEquals(2.5, comparison.difference().value(), 1e-12);
        assertEquals(0.4457, comparison.difference().low(), 1e-3);
        assertEquals(0.03047, comparison.pValue(), 1e-4);
    }

    @Test
    void sharedLuckShowsInTheVarianceRatio() {
        PairedComparison comparison =
                PairedComparison.of(new double[] {11, 22, 33, 44}, new double[] {10, 20, 30, 40}, 0.95);

        // 5/3 over 500/3 and 605/3.
        assertEquals(5.0 / 1105, comparison.varianceRatio(), 1e-12);
    }

    @Test
    void equalTreatmentsDoNotDiffer() {
        double[] values = {3, 1, 4, 1, 5};

        PairedComparison comparison = PairedComparison.of(values, values, 0.95);

        assertEquals(0, comparison.difference().value());
        assertEquals(1, comparison.pValue());
    }

    @Test
    void aConstantDifferenceIsCertain() {
        assertEquals(
                0,
                PairedComparison.of(new double[] {3, 4, 5}, new double[] {1, 2, 3}, 0.95)
                        .pValue());
    }

    @Test
    void onePairTellsNothing() {
        PairedComparison comparison = PairedComparison.of(new double[] {3, Double.NaN}, new double[] {1, 2}, 0.95);

        assertEquals(1, comparison.difference().count());
        assertTrue(Double.isNaN(comparison.pValue()));
    }
}
