package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.record.Estimate;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    // Extra hours of sleep under two drugs: Student, "The probable error of a mean", Biometrika 6, 1908; `sleep` in R.
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void aPairedDifferenceIsThatOfStudentsSleepData() {
        // R: t.test(first, second, paired = TRUE) prints -1.58 in (-2.4598858, -0.7001142).
        Estimate difference = MeanInterval.pairedDifference(FIRST_DRUG, SECOND_DRUG, 0.95);
        assertEquals(-1.58, difference.value(), 1e-12);
        assertEquals(-2.4598858, difference.low(), 1e-7);
        assertEquals(-0.7001142, difference.high(), 1e-7);
        assertEquals(10, difference.count());
        assertEquals("paired Student t", difference.method());
    }

    @Test
    void theLimitsAreTheTQuantileTimesTheStandardError() {
        // Nine observations of mean 5 and variance 7.5; t(0.95, 8) = 1.859548, Student's table.
        Estimate mean = MeanInterval.studentT(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 0.90);
        double halfWidth = 1.859548 * Math.sqrt(7.5 / 9);
        assertEquals(5 - halfWidth, mean.low(), 1e-6);
        assertEquals(5 + halfWidth, mean.high(), 1e-6);
        assertEquals(0.90, mean.level());
    }

    @Test
    void missingObservationsAreLeftOut() {
        Estimate mean = MeanInterval.studentT(new double[] {Double.NaN, 1, 2, Double.NaN, 3}, 0.95);
        assertEquals(MeanInterval.studentT(new double[] {1, 2, 3}, 0.95), mean);
    }

    @Test
    void aPairWithAMissingSideIsLeftOut() {
        Estimate difference = MeanInterval.pairedDifference(
                new double[] {5, Double.NaN, 7, 9}, new double[] {1, 1, Double.NaN, 2}, 0.95);
        assertEquals(2, difference.count());
        assertEquals(5.5, difference.value());
    }

    @Test
    void nothingObservedGivesNeitherValueNorInterval() {
        Estimate mean = MeanInterval.studentT(new double[] {Double.NaN}, 0.95);
        assertEquals(Estimate.point(Double.NaN, 0), mean);
    }

    @Test
    void oneObservationGivesAValueWithoutInterval() {
        assertEquals(Estimate.point(4, 1), MeanInterval.studentT(new double[] {4}, 0.95));
    }

    @Test
    void anInfiniteObservationGivesAnInfiniteMeanWithoutInterval() {
        Estimate mean = MeanInterval.studentT(new double[] {1, Double.POSITIVE_INFINITY, 3}, 0.95);
        assertEquals(Double.POSITIVE_INFINITY, mean.value());
        assertFalse(mean.hasInterval());
    }

    @Test
    void unpairedArraysAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> MeanInterval.pairedDifference(new double[3], new double[4], 0.95));
    }

    @Test
    void aLevelInPercentIsRefused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> MeanInterval.studentT(new double[] {1, 2}, 95));
        assertEquals(
                "confidence level must lie strictly between 0 and 1, such as 0.95, but is 95.0", refusal.getMessage());
    }
}
