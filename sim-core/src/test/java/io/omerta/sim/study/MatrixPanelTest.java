package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.record.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixPanelTest {
    @Test
    void aCellIsTheMeanOfTheReplicationsThatObservedIt() {
        Chart.HeatMap map = chart(
                new double[][] {{1, 2, Double.NaN}, {4, Double.NaN, 6}},
                new double[][] {{3, Double.NaN, Double.NaN}, {4, 5, 8}});

        assertArrayEquals(new double[] {2, 2, Double.NaN}, map.values()[0]);
        assertArrayEquals(new double[] {4, 5, 7}, map.values()[1]);
    }

    @Test
    void rowsAndColumnsKeepTheirNames() {
        Chart.HeatMap map = chart(new double[][] {{1, 2, 3}, {4, 5, 6}});

        assertEquals(List.of("europe", "japan"), map.rows());
        assertEquals(List.of("a", "b", "c"), map.columns());
        assertEquals("ms", map.unit());
    }

    private static Chart.HeatMap chart(double[][]... values) {
        List<Panel> panels = List.of(values).stream()
                .<Panel>map(matrix -> new MatrixPanel(
                        "id",
                        "title",
                        "caption",
                        "from",
                        "to",
                        "delay",
                        "ms",
                        List.of("europe", "japan"),
                        List.of("a", "b", "c"),
                        matrix))
                .toList();
        return (Chart.HeatMap) panels.get(0).chart(panels, 0.95);
    }
}
