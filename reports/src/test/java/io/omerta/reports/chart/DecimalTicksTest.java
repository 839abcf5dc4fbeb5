package io.omerta.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jfree.chart.axis.TickUnit;
import org.junit.jupiter.api.Test;

final class DecimalTicksTest {
    private final DecimalTicks ticks = new DecimalTicks();

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(0.5, ticks.getCeilingTickUnit(0.21).getSize());
        assertEquals(1.0, ticks.getCeilingTickUnit(0.51).getSize());
        assertEquals(200.0, ticks.getCeilingTickUnit(200.0).getSize());
    }

    @Test
    void largerUnitIsTheNextStep() {
        TickUnit unit = ticks.getCeilingTickUnit(1.0);
        assertEquals(2.0, ticks.getLargerTickUnit(unit).getSize());
        assertEquals(5.0, ticks.getLargerTickUnit(ticks.getLargerTickUnit(unit)).getSize());
    }

    @Test
    void labelsHaveTheDecimalsOfTheStep() {
        TickUnit unit = ticks.getCeilingTickUnit(0.2);
        assertEquals("1.0", unit.valueToString(1));
        assertEquals("−0.4", unit.valueToString(-0.4));
        assertEquals("0.0", unit.valueToString(-2.7e-17));
    }

    @Test
    void hugeAndTinyLabelsArePowersOfTen() {
        assertEquals("1.5×10⁷", ticks.getCeilingTickUnit(5e6).valueToString(1.5e7));
        assertEquals("2×10⁻⁸", ticks.getCeilingTickUnit(1e-8).valueToString(2e-8));
    }
}
