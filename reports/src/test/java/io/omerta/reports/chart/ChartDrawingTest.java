package io.omerta.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.reports.SampleRun;
import io.omerta.reports.Xml;
import io.omerta.sim.record.Chart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class ChartDrawingTest {
    private static final Chart.Axis X = Chart.Axis.linear("Time", "s");
    private static final Chart.Axis Y = Chart.Axis.linear("Delay", "ms");
    private static final Chart.Axis LOG_Y = Chart.Axis.logarithmic("Delay", "ms");

    static List<Chart> samples() {
        return SampleRun.charts();
    }

    private static List<String> texts(Chart chart) {
        NodeList nodes = Xml.parse(ChartDrawing.of(chart).svg("c")).getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Chart.Lines lines(Chart.Axis y, double[] at, double[] values) {
        return new Chart.Lines("c", "Title", "Caption", X, y, List.of(Chart.Series.line("s", at, values)), false);
    }

    @Test
    void everyKindOfChartHasASample() {
        Set<Class<?>> drawn = new LinkedHashSet<>();
        samples().forEach(chart -> drawn.add(chart.getClass()));
        assertTrue(
                drawn.containsAll(Arrays.asList(Chart.class.getPermittedSubclasses())),
                () -> "samples cover only " + drawn);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void svgIsWellFormedAndScales(Chart chart) {
        Element svg = Xml.parse(ChartDrawing.of(chart).svg("c")).getDocumentElement();
        assertEquals("100%", svg.getAttribute("width"));
        assertFalse(svg.hasAttribute("height"));
        assertTrue(svg.getAttribute("viewBox").startsWith("0 0 "), svg.getAttribute("viewBox"));
        assertTrue(svg.getAttribute("font-family").endsWith("sans-serif"), svg.getAttribute("font-family"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void svgIsNamedAndDescribedForReadersWhoCannotSeeIt(Chart chart) {
        Element svg = Xml.parse(ChartDrawing.of(chart).svg("c")).getDocumentElement();
        assertEquals("img", svg.getAttribute("role"));
        assertEquals(chart.title(), svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(chart.caption(), svg.getElementsByTagName("desc").item(0).getTextContent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyIdStartsWithThePrefix(Chart chart) {
        Matcher ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(ChartDrawing.of(chart).svg("fig-7"));
        int count = 0;
        while (ids.find()) {
            assertTrue(ids.group(1).startsWith("fig-7-"), ids.group(1));
            count++;
        }
        assertTrue(count > 2, "found " + count + " ids");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sameChartGivesSameBytesInEveryLocaleAndTimeZone(Chart chart) {
        String first = ChartDrawing.of(chart).svg("c");
        byte[] firstPng = ChartDrawing.of(chart).png();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals(first, ChartDrawing.of(chart).svg("c"));
            assertArrayEquals(firstPng, ChartDrawing.of(chart).png());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void pngHasTwoPixelsForEachUnitOfTheSvg(Chart chart) throws IOException {
        ChartDrawing drawing = ChartDrawing.of(chart);
        String[] viewBox = Xml.parse(drawing.svg("c"))
                .getDocumentElement()
                .getAttribute("viewBox")
                .split(" ");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawing.png()));
        assertEquals(2 * Integer.parseInt(viewBox[2]), image.getWidth());
        assertEquals(2 * Integer.parseInt(viewBox[3]), image.getHeight());
    }

    @Test
    void axesNameTheirUnits() {
        List<String> texts = texts(lines(Y, new double[] {0, 1}, new double[] {2, 3}));
        assertTrue(texts.contains("Time (s)"), texts::toString);
        assertTrue(texts.contains("Delay (ms)"), texts::toString);
    }

    @Test
    void legendIsShownOnlyForSeveralSeries() {
        double[] xs = {0, 1};
        Chart one = new Chart.Lines("c", "T", "", X, Y, List.of(Chart.Series.line("alpha", xs, xs)), false);
        Chart two = new Chart.Lines(
                "c",
                "T",
                "",
                X,
                Y,
                List.of(Chart.Series.line("alpha", xs, xs), Chart.Series.reference("beta", xs, xs)),
                false);
        assertFalse(texts(one).contains("alpha"));
        assertTrue(texts(two).containsAll(List.of("alpha", "beta")));
    }

    @Test
    void gridIsDrawnBehindLinesWithoutABand() {
        String svg = ChartDrawing.of(lines(Y, new double[] {0, 1}, new double[] {2, 3}))
                .svg("c");
        assertTrue(svg.contains("rgb(227,230,234)"), "no line has the colour of the grid");
    }

    @Test
    void referenceIsDashed() {
        double[] xs = {0, 1};
        Chart chart = new Chart.Lines("c", "T", "", X, Y, List.of(Chart.Series.reference("r", xs, xs)), false);
        assertTrue(ChartDrawing.of(chart).svg("c").contains("stroke-dasharray=\"7,5\""));
    }

    @Test
    void textFromTheResultCannotBecomeMarkup() {
        Chart chart = new Chart.Lines("c", "</text><script>alert(1)</script>", "\"><b>", X, Y, List.of(), false);
        Element svg = Xml.parse(ChartDrawing.of(chart).svg("c")).getDocumentElement();
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertEquals(0, svg.getElementsByTagName("b").getLength());
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        Chart chart = lines(Chart.Axis.linear("bell\u0007", "\uD800"), new double[] {0, 1}, new double[] {0, 1});
        assertTrue(
                texts(chart).contains("bell\uFFFD (\uFFFD)"), () -> texts(chart).toString());
    }

    @Test
    void logarithmicAxisCountsValuesThatItCannotShow() {
        List<String> texts = texts(lines(LOG_Y, new double[] {0, 1, 2, 3}, new double[] {0, -1, 10, 100}));
        assertTrue(texts.contains("2 values at or below zero not drawn: \"Delay\" is logarithmic."), texts::toString);
    }

    @Test
    void logarithmicAxisWithoutAnyPositiveValueSaysSo() {
        List<String> texts = texts(lines(LOG_Y, new double[] {0, 1}, new double[] {0, -5}));
        assertTrue(texts.contains("No value to draw on \"Delay\"."), texts::toString);
    }

    @Test
    void bandThatReachesZeroIsDrawnToTheEdgeOfALogarithmicAxis() {
        double[] xs = {1, 2, 3};
        Chart chart = new Chart.Lines(
                "c",
                "T",
                "",
                X,
                LOG_Y,
                List.of(Chart.Series.banded(
                        "s", xs, new double[] {5, 6, 7}, new double[] {0, 1, 2}, new double[] {9, 9, 9})),
                false);
        List<String> texts = texts(chart);
        assertTrue(
                texts.contains("1 interval reaches zero or less and ends at the edge: \"Delay\" is logarithmic."),
                texts::toString);
    }

    @Test
    void infiniteValuesAreCountedAndLeftOut() {
        List<String> texts = texts(lines(Y, new double[] {0, 1}, new double[] {1, Double.POSITIVE_INFINITY}));
        assertTrue(texts.contains("1 value on \"Delay\" too large to draw."), texts::toString);
    }

    @Test
    void stackOnALogarithmicAxisIsDrawnOnALinearOneAndSaysSo() {
        Chart chart = new Chart.StackedAreas(
                "c", "T", "", X, LOG_Y, List.of("a"), new double[] {0, 1}, new double[][] {{1, 100}});
        List<String> texts = texts(chart);
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("Drawn on a linear axis")), texts::toString);
    }

    @Test
    void cellsPrintTheirValuesAndADashWhereNothingWasObserved() {
        Chart chart = new Chart.HeatMap(
                "c", "T", "", "Rows", "Columns", "Loss", "%", List.of("r1", "r2"), List.of("c1"), new double[][] {
                    {12.345}, {Double.NaN}
                });
        List<String> texts = texts(chart);
        assertTrue(texts.containsAll(List.of("12.3", "–", "r1", "r2", "c1", "Loss (%)")), texts::toString);
    }

    @Test
    void heatMapTooLargeForNumbersSaysSo() {
        List<String> names = IntStream.range(0, 80).mapToObj(i -> "n" + i).toList();
        Chart chart = new Chart.HeatMap("c", "T", "", "", "", "", "", names, names, new double[80][80]);
        List<String> texts = texts(chart);
        assertTrue(texts.contains("80 × 80 cells: too many to print their values."), texts::toString);
    }

    static List<Chart> strangeCharts() {
        double nan = Double.NaN;
        double[] none = {};
        double[][] noRows = {};
        String longLabel = "a label of at least forty characters 1234";
        String longWord = "W".repeat(60);
        List<String> longLabels = List.of(longLabel, longWord, longLabel);
        return List.of(
                new Chart.Lines("c", "no series", "", X, Y, List.of(), false),
                new Chart.Lines("c", "", "", X, Y, List.of(Chart.Series.line("", none, none)), true),
                lines(Y, new double[] {0, 1, 2}, new double[] {nan, nan, nan}),
                lines(Y, new double[] {3}, new double[] {4}),
                lines(LOG_Y, new double[] {3}, new double[] {4}),
                lines(Y, new double[] {nan, nan}, new double[] {1, 2}),
                lines(Y, new double[] {0, 1}, new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}),
                lines(LOG_Y, new double[] {0, 1}, new double[] {Double.MIN_VALUE, 1e299}),
                lines(Y, new double[] {0, 1}, new double[] {Double.MIN_VALUE, 0}),
                lines(Y, new double[] {0, 1}, new double[] {1e15, 1e15 + 1}),
                lines(Chart.Axis.linear(longWord, longWord), new double[] {0, 1}, new double[] {1e9, 2e9}),
                new Chart.StackedAreas("c", "T", "", X, Y, List.of(), none, noRows),
                new Chart.StackedAreas(
                        "c", "T", "", X, Y, List.of("a", "b"), new double[] {0, 1}, new double[][] {{nan, 1}, {1, nan}
                        }),
                new Chart.StackedAreas("c", "T", "", X, Y, List.of("a"), new double[] {5}, new double[][] {{7}}),
                new Chart.Bars("c", "T", "", "", Y, List.of(), List.of(), noRows, noRows, noRows),
                new Chart.Bars("c", "T", "", "", Y, List.of("a"), List.of("s"), new double[][] {{nan}}, noRows, noRows),
                new Chart.Bars(
                        "c", "T", "", "", LOG_Y, List.of("a"), List.of("s"), new double[][] {{0}}, noRows, noRows),
                new Chart.Bars(
                        "c",
                        "T",
                        "",
                        longLabel,
                        Y,
                        longLabels,
                        List.of("s", "s"),
                        new double[][] {{1, 2, 3}, {4, 5, 6}},
                        noRows,
                        noRows),
                new Chart.Boxes("c", "T", "", "", Y, List.of(), noRows),
                new Chart.Boxes(
                        "c", "T", "", "", LOG_Y, List.of(longLabel), new double[][] {{nan, nan, nan, nan, nan}}),
                new Chart.Boxes("c", "T", "", "", Y, List.of("a"), new double[][] {{2, 2, 2, 2, 2}}),
                new Chart.HeatMap("c", "T", "", "", "", "", "", List.of(), List.of(), noRows),
                new Chart.HeatMap("c", "T", "", "", "", "", "", List.of("r"), List.of(), new double[1][0]),
                new Chart.HeatMap("c", "T", "", "", "", "", "", List.of("r"), List.of("c"), new double[][] {{nan}}),
                new Chart.HeatMap(
                        "c", "T", "", longLabel, longLabel, longLabel, "ms", longLabels, longLabels, new double[3][3]));
    }

    @ParameterizedTest
    @MethodSource("strangeCharts")
    void strangeChartIsDrawnWithFiniteCoordinates(Chart chart) {
        ChartDrawing drawing = ChartDrawing.of(chart);
        String svg = drawing.svg("c");
        Xml.parse(svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity") || svg.contains("∞"), svg);
        assertTrue(drawing.png().length > 0);
    }

    @Test
    void everyCategoryLabelIsDrawnInFull() {
        String label = "a label of exactly forty characters 1234";
        Chart chart = new Chart.Boxes("c", "T", "", "", Y, List.of(label, label + "5", "short"), new double[][] {
            {1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}
        });
        assertTrue(texts(chart).containsAll(List.of(label, label + "5", "short")), () -> texts(chart)
                .toString());
    }

    @Test
    void matrixOfTheWrongShapeIsNamed() {
        Chart chart = new Chart.Boxes("recovery", "T", "", "", Y, List.of("a"), new double[][] {{1, 2, 3}});
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> ChartDrawing.of(chart));
        assertEquals("chart recovery: quantiles[0] has 3 values, expected 5", error.getMessage());
    }
}
