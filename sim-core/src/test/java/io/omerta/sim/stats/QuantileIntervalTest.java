package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Estimate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileIntervalTest {
    @ParameterizedTest
    // Ranks of the closest equal-tailed pair at 95 %, from the binomial distribution function of SciPy 1.17.
    @CsvSource({
        "6, 0.5, 1, 6",
        "10, 0.5, 2, 9",
        "20, 0.5, 6, 15",
        "30, 0.5, 10, 21",
        "31, 0.5, 10, 22",
        "100, 0.5, 40, 61",
        "100, 0.9, 84, 96",
        "72, 0.95, 64, 72",
        "1000, 0.99, 983, 997"
    })
    void theLimitsAreTheClosestEqualTailedOrderStatistics(int count, double probability, int lowRank, int highRank) {
        Estimate quantile = QuantileInterval.orderStatistics(ranks(count), probability, 0.95);
        assertEquals(lowRank, quantile.low());
        assertEquals(highRank, quantile.high());
    }

    @Test
    void fiveObservationsAreTooFewForAMedianAt95Percent() {
        Estimate median = QuantileInterval.orderStatistics(ranks(5), 0.5, 0.95);
        assertEquals(3, median.value());
        assertFalse(median.hasInterval());
        assertEquals("too few observations for order statistics", median.method());
    }

    @Test
    void aHundredObservationsAreTooFewForTheir99thPercentile() {
        assertFalse(QuantileInterval.orderStatistics(ranks(100), 0.99, 0.95).hasInterval());
    }

    @Test
    void theExtremesOfADistributionHaveNoInterval() {
        assertFalse(QuantileInterval.orderStatistics(ranks(50), 0, 0.95).hasInterval());
        assertFalse(QuantileInterval.orderStatistics(ranks(50), 1, 0.95).hasInterval());
    }

    @Test
    void replicationsThatNeverGotThereCountAsInfinite() {
        double[] times = ranks(10);
        times[9] = Double.POSITIVE_INFINITY;
        times[8] = Double.POSITIVE_INFINITY;
        Estimate median = QuantileInterval.orderStatistics(times, 0.5, 0.95);
        assertEquals(5.5, median.value());
        assertEquals(2, median.low());
        assertEquals(Double.POSITIVE_INFINITY, median.high());
    }

    @Test
    void nothingAndOneObservationGiveNoInterval() {
        assertEquals(Estimate.point(Double.NaN, 0), QuantileInterval.orderStatistics(new double[0], 0.5, 0.95));
        assertEquals(Estimate.point(8, 1), QuantileInterval.orderStatistics(new double[] {8, Double.NaN}, 0.5, 0.95));
    }

    @Test
    void aPercentageIsRefusedAsProbability() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> QuantileInterval.orderStatistics(ranks(30), 99, 0.95));
        assertTrue(refusal.getMessage().contains("[0, 1]"), refusal.getMessage());
    }

    private static double[] ranks(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }
}
