package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Chart;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariantChartsTest {
    private static final Chart.Axis TIME = Chart.Axis.linear("time", "s");
    private static final Chart.Axis SHARE = Chart.Axis.linear("share", "");

    @Test
    void withoutVariantsChartsStayAsTheyAre() {
        VariantCharts charts = new VariantCharts(1);
        Chart lines = lines(TIME, "reached");
        charts.add("", List.of(lines, bars()));

        assertEquals(
                List.of(lines, bars().id()),
                List.of(charts.all().get(0), charts.all().get(1).id()));
        assertEquals(List.of(), charts.notes());
    }

    @Test
    void linesOfAllVariantsShareOneChart() {
        VariantCharts charts = new VariantCharts(2);
        charts.add("a", List.of(lines(TIME, "reached")));
        charts.add("b", List.of(lines(TIME, "reached")));

        assertEquals(1, charts.all().size());
        assertEquals(List.of("a", "b"), seriesOf(charts.all().get(0)));
    }

    @Test
    void aVariantWithSeveralLinesNamesEach() {
        VariantCharts charts = new VariantCharts(2);
        charts.add("a", List.of(lines(TIME, "reached", "theory")));
        charts.add("b", List.of(lines(TIME, "reached")));

        assertEquals(
                List.of("a: reached", "a: theory", "b"), seriesOf(charts.all().get(0)));
    }

    @Test
    void ofManyVariantsEachLineHasAChartThatComparesThem() {
        VariantCharts charts = new VariantCharts(4);
        for (String variant : List.of("a", "b", "c", "d")) {
            charts.add(variant, List.of(lines(TIME, "honest providers", "attackers")));
        }

        assertEquals(2, charts.all().size());
        assertTrue(charts.all().get(0).id().endsWith("-honest-providers"));
        assertTrue(charts.all().get(1).title().endsWith(": attackers"));
        assertEquals(List.of("a", "b", "c", "d"), seriesOf(charts.all().get(1)));
    }

    @Test
    void aLineKeepsItsPointsBandAndDashes() {
        VariantCharts charts = new VariantCharts(1);
        double[] x = {1, 2};
        Chart.Series banded = Chart.Series.banded("reached", x, new double[] {3, 4}, new double[] {2, 3}, x);
        Chart.Series dashed = Chart.Series.reference("theory", x, x);
        charts.add("a", List.of(new Chart.Lines("id", "title", "caption", TIME, SHARE, List.of(banded, dashed), true)));

        Chart.Lines merged = assertInstanceOf(Chart.Lines.class, charts.all().get(0));
        assertArrayEquals(new double[] {3, 4}, merged.series().get(0).y());
        assertArrayEquals(new double[] {2, 3}, merged.series().get(0).low());
        assertTrue(merged.series().get(1).dashed() && merged.steps());
    }

    @Test
    void linesOverOtherQuantitiesHaveAChartOfTheirOwn() {
        VariantCharts charts = new VariantCharts(2);
        charts.add("a", List.of(lines(TIME, "reached")));
        charts.add("b", List.of(lines(Chart.Axis.linear("hops", ""), "reached")));

        assertEquals(List.of("spread", "b-spread"), ids(charts));
    }

    @Test
    void curvesOverDifferentUnitsOfTimeAreDrawnTogetherInTheLargest() {
        VariantCharts charts = new VariantCharts(3);
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
    void otherChartsAreShownForEachOfFewVariants() {
        VariantCharts charts = new VariantCharts(3);
        for (String variant : List.of("a", "b", "c")) {
            charts.add(variant, List.of(bars(), areas(), boxes(), heatMap()));
        }

        assertEquals(
                Stream.of("a", "b", "c")
                        .flatMap(variant ->
                                Stream.of("bars", "areas", "boxes", "map").map(id -> variant + "-" + id))
                        .toList(),
                ids(charts));
        assertEquals("title (a)", charts.all().get(0).title());
        assertEquals(List.of(), charts.notes());
    }

    @Test
    void ofManyVariantsOnlyLinesAreShownAndANoteSaysSo() {
        VariantCharts charts = new VariantCharts(4);
        for (String variant : List.of("a", "b", "c", "d")) {
            charts.add(variant, List.of(lines(TIME, "reached"), bars()));
        }

        assertEquals(List.of("spread"), ids(charts));
        assertEquals(1, charts.notes().size());
        assertTrue(charts.notes().get(0).contains("--variant"));
    }

    private static List<String> ids(VariantCharts charts) {
        return charts.all().stream().map(Chart::id).toList();
    }

    private static List<String> seriesOf(Chart chart) {
        return assertInstanceOf(Chart.Lines.class, chart).series().stream()
                .map(Chart.Series::name)
                .toList();
    }

    private static Chart lines(Chart.Axis x, String... names) {
        double[] at = {0, 1};
        return new Chart.Lines(
                "spread",
                "title",
                "caption",
                x,
                SHARE,
                Stream.of(names).map(name -> Chart.Series.line(name, at, at)).toList(),
                false);
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

    private static Chart bars() {
        double[][] one = {{1}};
        return new Chart.Bars("bars", "title", "caption", "kind", SHARE, List.of("k"), List.of("s"), one, one, one);
    }

    private static Chart areas() {
        return new Chart.StackedAreas(
                "areas", "title", "caption", TIME, SHARE, List.of("s"), new double[] {0}, new double[][] {{1}});
    }

    private static Chart boxes() {
        return new Chart.Boxes(
                "boxes", "title", "caption", "region", SHARE, List.of("r"), new double[][] {{1, 2, 3, 4, 5}});
    }

    private static Chart heatMap() {
        return new Chart.HeatMap(
                "map", "title", "caption", "from", "to", "delay", "ms", List.of("r"), List.of("r"), new double[][] {{1}
                });
    }
}
