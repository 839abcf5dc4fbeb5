package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmpiricalDistributionTest {
    @ParameterizedTest
    // R: quantile(c(15, 20, 35, 40, 50), p), whose default is type 7.
    @CsvSource({"0, 15", "0.05, 16", "0.25, 20", "0.3, 23", "0.4, 29", "0.5, 35", "0.95, 48", "1, 50"})
    void quantilesAreThoseOfTypeSeven(double probability, double expected) {
        var sample = EmpiricalDistribution.of(new double[] {35, 15, 50, 20, 40});
        assertEquals(expected, sample.quantile(probability), 1e-12);
    }

    @Test
    void infiniteNeighboursGiveNoNaN() {
        double never = Double.POSITIVE_INFINITY;
        var sample = EmpiricalDistribution.of(new double[] {1, never, never});
        assertEquals(1, sample.quantile(0));
        assertEquals(never, sample.quantile(0.25));
        assertEquals(never, sample.quantile(0.75));
    }

    @Test
    void missingObservationsAreLeftOut() {
        assertEquals(
                2, EmpiricalDistribution.of(new double[] {1, Double.NaN, 3}).count());
    }

    @Test
    void theSampleIsCopied() {
        double[] values = {3, 1, 2};
        var sample = EmpiricalDistribution.of(values);
        values[0] = 100;
        assertEquals(3, sample.quantile(1));
        assertArrayEquals(new double[] {100, 1, 2}, values);
    }

    @Test
    void theCumulativeProbabilityCountsTies() {
        var sample = EmpiricalDistribution.of(new double[] {1, 2, 2, 4});
        assertEquals(0, sample.cumulativeProbability(0.9));
        assertEquals(0.25, sample.cumulativeProbability(1));
        assertEquals(0.75, sample.cumulativeProbability(2));
        assertEquals(0.75, sample.cumulativeProbability(3.9));
        assertEquals(1, sample.cumulativeProbability(4));
    }

    @Test
    void theCurveHasOnePointForEachValue() {
        CumulativeCurve curve =
                EmpiricalDistribution.of(new double[] {2, 1, 4, 2}).curve(10);
        assertArrayEquals(new double[] {1, 2, 4}, curve.x());
        assertArrayEquals(new double[] {0.25, 0.75, 1}, curve.p());
    }

    @Test
    void theCurveEndsBelowOneWhereSomeNeverGotThere() {
        CumulativeCurve curve = EmpiricalDistribution.of(new double[] {1, 2, Double.POSITIVE_INFINITY, 3})
                .curve(10);
        assertArrayEquals(new double[] {1, 2, 3}, curve.x());
        assertArrayEquals(new double[] {0.25, 0.5, 0.75}, curve.p());
    }

    @Test
    void anEmptySampleHasNoQuantile() {
        var sample = EmpiricalDistribution.of(new double[0]);
        assertEquals(Double.NaN, sample.quantile(0.5));
        assertEquals(Double.NaN, sample.cumulativeProbability(0));
    }

    @Test
    void aProbabilityOutsideZeroToOneIsRefused() {
        var sample = EmpiricalDistribution.of(new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> sample.quantile(1.01));
        assertThrows(IllegalArgumentException.class, () -> sample.quantile(Double.NaN));
    }
}
