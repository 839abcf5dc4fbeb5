package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import java.util.List;

/**
 * A matrix; drawn as the mean over replications of what each observed.
 *
 * @param values {@code values[row][column]}; NaN where nothing was observed
 */
public record MatrixPanel(
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
        implements Panel {
    public MatrixPanel {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<MatrixPanel> panels = Panel.cast(all, MatrixPanel.class);
        double[][] mean = new double[rows.size()][columns.size()];
        for (int r = 0; r < mean.length; r++) {
            for (int c = 0; c < mean[r].length; c++) {
                int row = r;
                int column = c;
                mean[r][c] = panels.stream()
                        .mapToDouble(panel -> panel.values[row][column])
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
            }
        }
        return new Chart.HeatMap(id, title, caption, rowLabel, columnLabel, valueLabel, unit, rows, columns, mean);
    }
}
