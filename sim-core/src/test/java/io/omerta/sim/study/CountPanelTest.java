package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountPanelTest {
    /** Student t of one degree of freedom at 0.95, two-sided. */
    private static final double T_OF_ONE = 12.706204736432095;

    @Test
    void aBarIsTheMeanWithStudentsInterval() {
        Chart.Bars bars = chart(panel(50, 7), panel(52, 7));

        assertArrayEquals(new double[] {51, 7}, bars.values()[0]);
        assertEquals(51 - T_OF_ONE, bars.low()[0][0], 1e-9); // the standard error of 50 and 52 is 1
        assertEquals(51 + T_OF_ONE, bars.high()[0][0], 1e-9);
    }

    @Test
    void aCountIsNeverBelowNothing() {
        assertEquals(0, chart(panel(0, 7), panel(2, 7)).low()[0][0]);
    }

    @Test
    void theIntervalOfAnAmountThatCanBeNegativeIsNotCut() {
        assertEquals(-9 - T_OF_ONE, chart(panel(-10, 7), panel(-8, 7)).low()[0][0], 1e-9);
    }

    @Test
    void anErrorBarOfOneReplicationHasNoLength() {
        Chart.Bars bars = chart(panel(5, 7));

        assertArrayEquals(new double[] {5, 7}, bars.low()[0]);
        assertArrayEquals(new double[] {5, 7}, bars.high()[0]);
    }

    @Test
    void countsOfNothingAreEmpty() {
        assertTrue(panel(0, 0).isEmpty());
        assertFalse(panel(0, 1).isEmpty());
    }

    private static Chart.Bars chart(CountPanel... panels) {
        return (Chart.Bars) panels[0].chart(List.of(panels), 0.95);
    }

    private static CountPanel panel(double... values) {
        return new CountPanel(
                "id",
                "title",
                "caption",
                "reason",
                Chart.Axis.linear("messages", ""),
                List.of("loss", "fault"),
                "dropped",
                values);
    }
}
