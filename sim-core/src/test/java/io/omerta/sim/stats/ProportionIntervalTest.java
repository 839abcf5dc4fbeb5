package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Estimate;
import io.omerta.sim.stats.ProportionInterval.Bound;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionIntervalTest {
    private interface Interval {
        Estimate of(long successes, long trials);
    }

    @ParameterizedTest
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I.
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonGivesTheLimitsOfNewcombesTable(long successes, long trials, double low, double high) {
        Estimate rate = ProportionInterval.wilson(successes, trials, 0.95, Bound.TWO_SIDED);
        assertEquals(low, rate.low(), 5e-5);
        assertEquals(high, rate.high(), 5e-5);
    }

    @ParameterizedTest
    // The same table.
    @CsvSource({"81, 263, 0.2527, 0.3676", "15, 148, 0.0578, 0.1617", "0, 20, 0, 0.1684", "1, 29, 0.0009, 0.1776"})
    void clopperPearsonGivesTheLimitsOfNewcombesTable(long successes, long trials, double low, double high) {
        Estimate rate = ProportionInterval.clopperPearson(successes, trials, 0.95, Bound.TWO_SIDED);
        assertEquals(low, rate.low(), 6e-5);
        assertEquals(high, rate.high(), 6e-5);
    }

    @Test
    void noSuccessInAHundredTrialsBoundsTheRateByAlmostThreePercent() {
        // 1 - 0.05^(1/100)
        Estimate rate = ProportionInterval.clopperPearson(0, 100, 0.95, Bound.UPPER);
        assertEquals(0, rate.value());
        assertEquals(0, rate.low());
        assertEquals(0.029513049607, rate.high(), 1e-12);
        assertEquals("Clopper-Pearson (one-sided)", rate.method());
    }

    @Test
    void successInEveryTrialBoundsTheRateFromBelowInTheSameWay() {
        Estimate rate = ProportionInterval.clopperPearson(100, 100, 0.95, Bound.LOWER);
        assertEquals(1 - 0.029513049607, rate.low(), 1e-12);
        assertEquals(1, rate.high());
    }

    @Test
    void aOneSidedBoundIsTheTwoSidedLimitAtTwiceTheError() {
        Estimate twoSided = ProportionInterval.wilson(7, 40, 0.90, Bound.TWO_SIDED);
        assertEquals(
                twoSided.high(),
                ProportionInterval.wilson(7, 40, 0.95, Bound.UPPER).high(),
                1e-12);
        assertEquals(
                twoSided.low(),
                ProportionInterval.wilson(7, 40, 0.95, Bound.LOWER).low(),
                1e-12);
    }

    @Test
    void anExactBoundOfARareEventKeepsItsPrecision() {
        // Quantiles of Beta(1, 1e9) and Beta(2, 1e9 - 1), SciPy 1.17.
        Estimate rate = ProportionInterval.clopperPearson(1, 1_000_000_000L, 0.95, Bound.TWO_SIDED);
        assertEquals(2.5317808e-11, rate.low(), 1e-18);
        assertEquals(5.5716434e-09, rate.high(), 1e-16);
    }

    @Test
    void noTrialGivesNoInterval() {
        assertEquals(Estimate.point(Double.NaN, 0), ProportionInterval.wilson(0, 0, 0.95, Bound.TWO_SIDED));
        assertEquals(Estimate.point(Double.NaN, 0), ProportionInterval.clopperPearson(0, 0, 0.95, Bound.UPPER));
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.wilson(4, 3, 0.95, Bound.TWO_SIDED));
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.clopperPearson(-1, 3, 0.95, Bound.UPPER));
    }

    @ParameterizedTest
    // Coverage is summed over all outcomes, so it has no sampling error; expected values from SciPy 1.17.
    @CsvSource({
        "30, 0.5, 0.957226",
        "50, 0.2, 0.950701",
        "100, 0.02, 0.949170",
        "100, 0.05, 0.965891",
        "200, 0.3, 0.946634",
        "1000, 0.01, 0.963536"
    })
    void wilsonCoversCloseToItsLevel(int trials, double proportion, double expected) {
        double coverage =
                coverage(trials, proportion, (s, n) -> ProportionInterval.wilson(s, n, 0.95, Bound.TWO_SIDED));
        assertEquals(expected, coverage, 1e-6);
        assertTrue(coverage > 0.93 && coverage < 0.97, "coverage " + coverage);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30, 100})
    void clopperPearsonNeverCoversLessThanItsLevel(int trials) {
        for (Bound bound : Bound.values()) {
            for (int i = 1; i < 200; i++) {
                double proportion = i / 200.0;
                double coverage =
                        coverage(trials, proportion, (s, n) -> ProportionInterval.clopperPearson(s, n, 0.95, bound));
                assertTrue(coverage >= 0.95 - 1e-9, bound + " at " + proportion + " covers " + coverage);
            }
        }
    }

    private static double coverage(int trials, double proportion, Interval interval) {
        BinomialDistribution outcomes = BinomialDistribution.of(trials, proportion);
        double coverage = 0;
        for (int successes = 0; successes <= trials; successes++) {
            Estimate rate = interval.of(successes, trials);
            if (rate.low() <= proportion && proportion <= rate.high()) {
                coverage += outcomes.probability(successes);
            }
        }
        return coverage;
    }
}
