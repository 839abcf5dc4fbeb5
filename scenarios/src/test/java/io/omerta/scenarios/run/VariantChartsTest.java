package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.record.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantChartsTest {
    private final VariantCharts charts = new VariantCharts(3);

    @Test
    void curvesOverDifferentUnitsOfTimeAreDrawnTogetherInTheLargest() {
        charts.add("slow", List.of(curve("s", 1, 2)));
        charts.add("fast", List.of(curve("ms", 500, 1500)));
        charts.add("slowest", List.of(curve("min", 1, 2)));

        Chart.Lines together = (Chart.Lines) charts.all().get(0);
        assertEquals(1, charts.all().size());
        assertEquals("min", together.x().unit());
        assertEquals(
                List.of("slow", "fast", "slowest"),
                together.series().stream().map(Chart.Series::name).toList());
        assertArrayEquals(
                new double[] {1.0 / 60, 2.0 / 60}, together.series().get(0).x(), 1e-15);
        assertArrayEquals(
                new double[] {0.5 / 60, 1.5 / 60}, together.series().get(1).x(), 1e-15);
        assertArrayEquals(new double[] {1, 2}, together.series().get(2).x());
    }

    @Test
    void curvesOverDifferentQuantitiesStayApart() {
        charts.add("one", List.of(curve("s", 1, 2)));
        charts.add("two", List.of(curve("MB", 1, 2)));

        assertEquals(
                List.of("propagation", "two-propagation"),
                charts.all().stream().map(Chart::id).toList());
    }

    private static Chart curve(String unit, double... x) {
        return new Chart.Lines(
                "propagation",
                "Propagation",
                "Who has heard.",
                Chart.Axis.linear("since the start", unit),
                Chart.Axis.linear("heard", ""),
                List.of(Chart.Series.line("heard", x, new double[] {0, 1})),
                false);
    }
}
