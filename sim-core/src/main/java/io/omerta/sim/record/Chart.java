package io.omerta.sim.record;

import java.util.List;

/** A chart as data: what is drawn, never how. Every array is in the unit that its axis names. */
public sealed interface Chart {
    /** Machine name, unique in the run; also the file name of the drawn chart. */
    String id();

    String title();

    /** One or two sentences under the chart: what it shows and how it was measured. */
    String caption();

    /** An axis. {@code unit} may be "" and {@code logarithmic} needs positive values. */
    record Axis(String label, String unit, boolean logarithmic) {
        public static Axis linear(String label, String unit) {
            return new Axis(label, unit, false);
        }

        public static Axis logarithmic(String label, String unit) {
            return new Axis(label, unit, true);
        }
    }

    /**
     * One line, with an optional band around it.
     *
     * @param x abscissae, ascending
     * @param y ordinates; NaN leaves a gap
     * @param low lower edge of the band at each x, or an empty array for no band
     * @param high upper edge of the band at each x, or an empty array for no band
     * @param dashed drawn dashed: a reference, a theory, a published figure
     */
    record Series(String name, double[] x, double[] y, double[] low, double[] high, boolean dashed) {
        public Series {
            if (x.length != y.length || low.length != high.length || (low.length != 0 && low.length != x.length)) {
                throw new IllegalArgumentException("series " + name + " has arrays of different lengths");
            }
        }

        public static Series line(String name, double[] x, double[] y) {
            return new Series(name, x, y, new double[0], new double[0], false);
        }

        public static Series banded(String name, double[] x, double[] y, double[] low, double[] high) {
            return new Series(name, x, y, low, high, false);
        }

        public static Series reference(String name, double[] x, double[] y) {
            return new Series(name, x, y, new double[0], new double[0], true);
        }
    }

    /** Lines over a numeric axis. {@code steps} draws a staircase (empirical distribution, counts). */
    record Lines(String id, String title, String caption, Axis x, Axis y, List<Series> series, boolean steps)
            implements Chart {
        public Lines {
            series = List.copyOf(series);
        }
    }

    /**
     * Areas stacked over a numeric axis, such as traffic by message type over time.
     *
     * @param values {@code values[series][point]}
     */
    record StackedAreas(
            String id,
            String title,
            String caption,
            Axis x,
            Axis y,
            List<String> series,
            double[] at,
            double[][] values)
            implements Chart {
        public StackedAreas {
            series = List.copyOf(series);
        }
    }

    /**
     * Bars by category.
     *
     * @param values {@code values[series][category]}
     * @param low lower end of an error bar, same shape as values, or an empty array
     * @param high upper end of an error bar, same shape as values, or an empty array
     */
    record Bars(
            String id,
            String title,
            String caption,
            String categoryLabel,
            Axis y,
            List<String> categories,
            List<String> series,
            double[][] values,
            double[][] low,
            double[][] high)
            implements Chart {
        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /**
     * Box plots by category: quantiles of a distribution each.
     *
     * @param quantiles {@code quantiles[category]} = minimum or p01, p25, p50, p75, p99 or maximum: five ascending
     *     values; NaN where a category has no observation
     */
    record Boxes(
            String id,
            String title,
            String caption,
            String categoryLabel,
            Axis y,
            List<String> categories,
            double[][] quantiles)
            implements Chart {
        public Boxes {
            categories = List.copyOf(categories);
        }
    }

    /**
     * A matrix of values as colours, each cell printed too.
     *
     * @param values {@code values[row][column]}; NaN for a cell without observation
     */
    record HeatMap(
            String id,
            String title,
            String caption,
            String rowLabel,
            String columnLabel,
            String valueLabel,
            String unit,
            List<String> rows,
            List<String> columns,
            double[][] values)
            implements Chart {
        public HeatMap {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }
}
