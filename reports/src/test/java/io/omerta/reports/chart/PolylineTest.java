package io.omerta.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Chart;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PolylineTest {
    private static final double NAN = Double.NaN;
    private static final Scale LINEAR = Scale.of(Chart.Axis.linear("x", ""));

    private static Polyline of(double[] x, double[] y) {
        return new Polyline(x, y, y, y);
    }

    @Test
    void staircaseHoldsEachValueUntilTheNextAbscissa() {
        Polyline stairs = of(new double[] {0, 1, 3}, new double[] {5, 7, 2}).staircase();
        assertArrayEquals(new double[] {0, 1, 1, 3, 3}, stairs.x());
        assertArrayEquals(new double[] {5, 5, 7, 7, 2}, stairs.y());
    }

    @Test
    void pointBetweenGapsIsAlone() {
        Polyline line = of(new double[] {0, 1, 2, 3, 4}, new double[] {NAN, 1, NAN, 2, 3});
        assertTrue(line.isAlone(1));
        assertFalse(line.isAlone(0));
        assertFalse(line.isAlone(3));
    }

    @Test
    void bandIsSplitAtGaps() {
        Polyline line = of(new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, NAN, 2, 3});
        assertEquals(
                "[[0, 1], [3, 4]]", Arrays.deepToString(line.bandStretches().toArray()));
    }

    @Test
    void shortLineIsNotThinned() {
        Polyline line = of(new double[40], new double[40]);
        assertEquals(line, line.thinned(10, LINEAR));
    }

    @Test
    void thinnedLineKeepsEndsGapsAndExtremes() {
        int points = 100_000;
        Random random = new Random(3);
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i;
            y[i] = random.nextGaussian();
        }
        y[40_000] = NAN;
        y[70_001] = 99;
        y[70_002] = -99;
        Polyline thin = of(x, y).thinned(800, LINEAR);
        assertTrue(thin.length() <= 4 * 803, "kept " + thin.length());
        assertEquals(0, thin.x()[0]);
        assertEquals(points - 1, thin.x()[thin.length() - 1]);
        assertTrue(Arrays.stream(thin.y()).anyMatch(Double::isNaN));
        assertEquals(
                99, Arrays.stream(thin.y()).filter(v -> !Double.isNaN(v)).max().orElseThrow());
        assertEquals(
                -99, Arrays.stream(thin.y()).filter(v -> !Double.isNaN(v)).min().orElseThrow());
    }

    @Test
    void lineOnOneAbscissaIsThinned() {
        int points = 1000;
        double[] y = new double[points];
        Arrays.setAll(y, i -> i);
        assertArrayEquals(
                new double[] {0, 999},
                of(new double[points], y).thinned(10, LINEAR).y());
    }
}
