package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePanelTest {
    private static final double[] AT = {0, 1, 2};

    /** Student t of one degree of freedom at 0.95, two-sided. */
    private static final double T_OF_ONE = 12.706204736432095;

    @Test
    void theLineIsTheMeanOverReplications() {
        Chart.Series line = chart(panel(0, 2, 4), panel(2, 2, 8)).series().get(0);

        assertArrayEquals(new double[] {1, 2, 6}, line.y());
        assertArrayEquals(AT, line.x());
    }

    @Test
    void theBandIsStudentsAndCutAtTheLimits() {
        Chart.Series line = chart(panel(50, 50, 50), panel(52, 50, 52)).series().get(0);

        assertEquals(51 - T_OF_ONE, line.low()[0], 1e-9); // the standard error of 50 and 52 is 1
        assertEquals(51 + T_OF_ONE, line.high()[0], 1e-9);
        Chart.Series cut = chart(panel(0, 100, 1), panel(2, 98, 1)).series().get(0);
        assertEquals(0, cut.low()[0]);
        assertEquals(100, cut.high()[1]);
    }

    @Test
    void oneReplicationHasNoBand() {
        assertEquals(0, chart(panel(1, 2, 3)).series().get(0).low().length);
    }

    @Test
    void whereAReplicationSaysNothingTheMeanIsThatOfTheOthers() {
        Chart.Series line = chart(panel(1, Double.NaN, Double.NaN), panel(3, 5, Double.NaN))
                .series()
                .get(0);

        assertArrayEquals(new double[] {2, 5, Double.NaN}, line.y());
    }

    @Test
    void aReferenceIsDashedAndDrawnOnce() {
        CurvePanel.Curve theory = new CurvePanel.Curve("theory", new double[] {7, 8, 9}, true);
        Chart.Lines chart = chart(panel(List.of(curve(1, 2, 3), theory)), panel(List.of(curve(1, 2, 3), theory)));

        assertEquals(2, chart.series().size());
        assertTrue(chart.series().get(1).dashed());
        assertArrayEquals(new double[] {7, 8, 9}, chart.series().get(1).y());
        assertEquals(0, chart.series().get(1).low().length);
    }

    @Test
    void aCurveOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> chart(panel(1, 2, 3), panel(1, 2)));
    }

    private static Chart.Lines chart(CurvePanel... panels) {
        return (Chart.Lines) panels[0].chart(List.of(panels), 0.95);
    }

    private static CurvePanel panel(double... y) {
        return panel(List.of(curve(y)));
    }

    private static CurvePanel.Curve curve(double... y) {
        return new CurvePanel.Curve("curve", y, false);
    }

    private static CurvePanel panel(List<CurvePanel.Curve> curves) {
        return new CurvePanel(
                "id",
                "title",
                "caption",
                Chart.Axis.linear("x", ""),
                Chart.Axis.linear("y", ""),
                AT,
                curves,
                0,
                100,
                false);
    }
}
