package io.omerta.sim.stats;

import java.util.Arrays;

/**
 * Points of an empirical cumulative distribution, to be drawn as a staircase.
 *
 * @param x abscissae, ascending without repetition
 * @param p share of the observations at or below each x; ends below 1 where some observations lie beyond the axis
 */
public record CumulativeCurve(double[] x, double[] p) {
    public CumulativeCurve {
        if (x.length != p.length) {
            throw new IllegalArgumentException(
                    "a curve needs one probability per abscissa, but has " + p.length + " for " + x.length);
        }
    }

    /**
     * Keeps the first and the last point and, between them, the first at or above each of equal steps of probability.
     * Every point kept lies on the full curve, and a reader of the thinned staircase is off by at most one step,
     * {@code 1 / (maxPoints - 1)}, between them.
     */
    static CumulativeCurve thinned(double[] x, double[] p, int maxPoints) {
        if (maxPoints < 2) {
            throw new IllegalArgumentException("a curve needs at least 2 points, but " + maxPoints + " were asked for");
        }
        if (x.length <= maxPoints) {
            return new CumulativeCurve(x, p);
        }
        int last = x.length - 1;
        double[] keptX = new double[maxPoints];
        double[] keptP = new double[maxPoints];
        int kept = 0;
        int previous = -1;
        int point = 0;
        for (int step = 0; step < maxPoints; step++) {
            double target = p[0] + (p[last] - p[0]) * step / (maxPoints - 1);
            while (point < last && (p[point] < target || step == maxPoints - 1)) {
                point++;
            }
            if (point != previous) {
                keptX[kept] = x[point];
                keptP[kept] = p[point];
                kept++;
                previous = point;
            }
        }
        return new CumulativeCurve(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptP, kept));
    }
}
