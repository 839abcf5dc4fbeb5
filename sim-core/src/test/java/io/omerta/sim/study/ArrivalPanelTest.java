package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Chart;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalPanelTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aFractionIsReachedWithTheArrivalThatCompletesIt() {
        ArrivalPanel panel = panel(100, everyMilli(100));
        int last = panel.millisAtFraction().length - 1;

        for (int k = 0; k <= last; k++) {
            long rank = (100L * k + last - 1) / last;
            assertEquals(rank, panel.millisAtFraction()[k], "at " + k + " / " + last);
        }
    }

    @Test
    void theOrderOfArrivalsDoesNotMatter() {
        assertEquals(3.0, panel(4, 3 * MILLI, MILLI, 4 * MILLI, 2 * MILLI).millisAtFraction()[300]);
    }

    @Test
    void fractionsThatNeverArrivedAreInfinite() {
        double[] millis = panel(4, MILLI, 2 * MILLI).millisAtFraction();

        assertEquals(2.0, millis[200]);
        assertEquals(Double.POSITIVE_INFINITY, millis[201]);
    }

    @Test
    void theCurveRisesFromNothingToAll() {
        Chart.Series curve = curve(panel(800, everyMilli(800)));

        assertEquals(0, curve.y()[0]);
        assertEquals(1, curve.y()[curve.y().length - 1], 1e-9);
        for (int i = 0; i < curve.x().length; i++) {
            // Time in milliseconds; the last of 800 arrives after 800. Between fractions the curve is straight.
            assertEquals(Math.min(1, curve.x()[i] / 800), curve.y()[i], 1e-9);
        }
    }

    @Test
    void theCurveOfThingsThatGotLostEndsBelowOne() {
        Chart.Series curve = curve(panel(1000, everyMilli(700)));

        assertEquals(0.7, curve.y()[curve.y().length - 1], 1e-9);
    }

    @Test
    void afterTheLastArrivalOfAQuickReplicationItsCurveStays() {
        Chart.Series curve = curve(
                panel(400, everyMilli(400)),
                panel(
                        400,
                        LongStream.rangeClosed(1, 400).map(i -> 3 * i * MILLI).toArray()));
        int end = curve.x().length - 1;

        assertTrue(curve.x()[end] > 1000);
        assertEquals(1, curve.y()[end], 1e-9);
        for (int i = 0; i <= end; i++) {
            double millis = curve.x()[i];
            assertEquals((Math.min(1, millis / 400) + Math.min(1, millis / 1200)) / 2, curve.y()[i], 1e-9);
        }
    }

    @Test
    void stragglersDoNotStretchTheAxis() {
        long[] nanos = everyMilli(1000);
        nanos[999] = 1_000_000 * MILLI;

        double[] x = curve(panel(1000, nanos)).x();
        assertTrue(x[x.length - 1] < 1200);
    }

    @Test
    void whereNothingArrivesTheCurveIsFlat() {
        Chart.Series curve = curve(panel(10));

        for (double fraction : curve.y()) {
            assertEquals(0, fraction);
        }
    }

    private static long[] everyMilli(int count) {
        return LongStream.rangeClosed(1, count).map(i -> i * MILLI).toArray();
    }

    private static ArrivalPanel panel(long possible, long... nanos) {
        return ArrivalPanel.of("id", "title", "caption", "share", "blocks", nanos, possible);
    }

    private static Chart.Series curve(ArrivalPanel... panels) {
        Chart.Lines lines = (Chart.Lines) panels[0].chart(List.of(panels), 0.95);
        assertEquals("ms", lines.x().unit());
        return lines.series().get(0);
    }
}
