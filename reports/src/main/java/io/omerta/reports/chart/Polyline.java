package io.omerta.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The points of one drawn line, with the band around it where there is one.
 *
 * @param x abscissae, ascending; NaN where a point cannot be shown
 * @param y ordinates; NaN for a gap
 * @param low lower edge of the band, NaN for no band; as long as {@code x}
 * @param high upper edge of the band; as long as {@code x}
 */
record Polyline(double[] x, double[] y, double[] low, double[] high) {
    int length() {
        return x.length;
    }

    boolean isGap(int point) {
        return Double.isNaN(x[point]) || Double.isNaN(y[point]);
    }

    private boolean hasBand(int point) {
        return !Double.isNaN(x[point]) && !Double.isNaN(low[point]) && !Double.isNaN(high[point]);
    }

    /** Whether a point has no neighbour to be joined to, so that a line alone would not show it. */
    boolean isAlone(int point) {
        return !isGap(point) && (point == 0 || isGap(point - 1)) && (point == length() - 1 || isGap(point + 1));
    }

    /** The stretches of the band between gaps: pairs of first and last index. */
    List<int[]> bandStretches() {
        List<int[]> stretches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= length(); i++) {
            boolean inside = i < length() && hasBand(i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                stretches.add(new int[] {start, i - 1});
                start = -1;
            }
        }
        return stretches;
    }

    /** Each value holds until the next abscissa. */
    Polyline staircase() {
        int points = Math.max(0, 2 * length() - 1);
        int[] ordinate = new int[points];
        double[] at = new double[points];
        for (int i = 0; i < points; i++) {
            ordinate[i] = i / 2;
            at[i] = x[(i + 1) / 2];
        }
        return new Polyline(at, picked(y, ordinate), picked(low, ordinate), picked(high, ordinate));
    }

    /**
     * The same drawing from fewer points: of each column of the plot the first, last, lowest and highest point are kept,
     * which leaves the raster of a line unchanged. Jugel et al., "M4: A Visualization-Oriented Time Series Data
     * Aggregation" (VLDB 2014), section 4.
     *
     * @param columns number of pixel columns
     * @param scale the horizontal scale
     */
    Polyline thinned(int columns, Scale scale) {
        if (length() <= 4 * columns) {
            return this;
        }
        double from = scale.along(firstAbscissa());
        double width = (scale.along(lastAbscissa()) - from) / columns;
        List<Integer> kept = new ArrayList<>();
        int start = 0;
        while (start < length()) {
            int end = start + 1;
            while (end < length()
                    && !isGap(start)
                    && !isGap(end)
                    && column(start, from, width, scale) == column(end, from, width, scale)) {
                end++;
            }
            keepExtremes(start, end, kept);
            start = end;
        }
        int[] indices = kept.stream().mapToInt(Integer::intValue).toArray();
        return new Polyline(picked(x, indices), picked(y, indices), picked(low, indices), picked(high, indices));
    }

    private double firstAbscissa() {
        int i = 0;
        while (i < length() - 1 && Double.isNaN(x[i])) {
            i++;
        }
        return x[i];
    }

    private double lastAbscissa() {
        int i = length() - 1;
        while (i > 0 && Double.isNaN(x[i])) {
            i--;
        }
        return x[i];
    }

    private long column(int point, double from, double width, Scale scale) {
        return (long) Math.floor((scale.along(x[point]) - from) / width);
    }

    private void keepExtremes(int start, int end, List<Integer> kept) {
        int lowest = start;
        int highest = start;
        for (int i = start; i < end; i++) {
            lowest = y[i] < y[lowest] ? i : lowest;
            highest = y[i] > y[highest] ? i : highest;
        }
        for (int i = start; i < end; i++) {
            if (i == start || i == end - 1 || i == lowest || i == highest) {
                kept.add(i);
            }
        }
    }

    private static double[] picked(double[] values, int[] indices) {
        double[] picked = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = values[indices[i]];
        }
        return picked;
    }
}
