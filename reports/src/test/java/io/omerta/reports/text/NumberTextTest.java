package io.omerta.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.record.Estimate;
import org.junit.jupiter.api.Test;

final class NumberTextTest {
    private static String interval(double value, double low, double high) {
        return NumberText.estimate(new Estimate(value, low, high, 0.95, "Student t", 10));
    }

    @Test
    void symmetricIntervalIsWrittenWithTwoDigitsOfItsHalfWidth() {
        assertEquals("123.5 ± 1.2", interval(123.456, 122.222, 124.690));
        assertEquals("12,340 ± 120", interval(12_344, 12_224, 12_464));
        assertEquals("0.0500 ± 0.0010", interval(0.05, 0.049, 0.051));
    }

    @Test
    void lopsidedIntervalIsWrittenWithBothLimits() {
        assertEquals("0.962 [0.910, 0.984]", interval(0.962, 0.91, 0.984));
    }

    @Test
    void halfWidthThatRoundsUpToAPowerOfTenKeepsTwoDigits() {
        assertEquals("50 ± 10", interval(50, 40.04, 59.96));
    }

    @Test
    void tinyAndHugeEstimatesShareOnePowerOfTen() {
        assertEquals("(1.30 ± 0.40)×10⁻⁷", interval(1.3e-7, 0.9e-7, 1.7e-7));
        assertEquals("(5.00 ± 0.10)×10¹²", interval(5e12, 4.9e12, 5.1e12));
        assertEquals("1.3 [0.9, 2.7]×10⁻⁷", interval(1.3e-7, 0.9e-7, 2.7e-7));
    }

    @Test
    void estimateWithoutIntervalHasFourDigits() {
        assertEquals("3.142", NumberText.estimate(Estimate.point(Math.PI, 1)));
    }

    @Test
    void missingEstimateIsADash() {
        assertEquals("–", NumberText.estimate(Estimate.point(Double.NaN, 0)));
    }

    @Test
    void intervalOfZeroWidthIsPlusMinusZero() {
        assertEquals("7 ± 0", interval(7, 7, 7));
    }

    @Test
    void infiniteLimitsAreShown() {
        assertEquals("2 [1, ∞]", interval(2, 1, Double.POSITIVE_INFINITY));
        assertEquals("−∞", interval(Double.NEGATIVE_INFINITY, 0, 1));
    }

    @Test
    void digitsBeforeThePointAreKept() {
        assertEquals("1,204,162", NumberText.significant(1_204_161.7, 4));
        assertEquals("1,204,161", NumberText.significant(1_204_161, 3));
    }

    @Test
    void fractionsLoseTrailingZeros() {
        assertEquals("0.5", NumberText.significant(0.5, 4));
        assertEquals("−0.0333", NumberText.significant(-1 / 30.0, 3));
        assertEquals("100", NumberText.significant(100.04, 4));
    }

    @Test
    void powersOfTenReplaceRowsOfZeros() {
        assertEquals("2.5×10⁹", NumberText.significant(2.5e9, 4));
        assertEquals("−3×10⁻⁵", NumberText.significant(-3e-5, 4));
    }

    @Test
    void zeroHasNoSign() {
        assertEquals("0", NumberText.significant(-0.0, 4));
        assertEquals("0.00", NumberText.fixed(-0.001, 2));
    }
}
