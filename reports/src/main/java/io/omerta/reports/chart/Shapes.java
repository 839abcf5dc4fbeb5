package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;

/** Checks that the matrix of a chart has the rows and columns its names promise. */
final class Shapes {
    private Shapes() {}

    /** @throws IllegalArgumentException if the matrix is not {@code rows} by {@code columns} */
    static void require(Chart chart, String name, double[][] matrix, int rows, int columns) {
        if (matrix.length != rows) {
            throw new IllegalArgumentException("chart " + chart.id() + ": " + name + " has " + matrix.length
                    + " rows, expected " + rows + " of " + columns + " values each");
        }
        for (int row = 0; row < rows; row++) {
            if (matrix[row].length != columns) {
                throw new IllegalArgumentException("chart " + chart.id() + ": " + name + "[" + row + "] has "
                        + matrix[row].length + " values, expected " + columns);
            }
        }
    }
}
