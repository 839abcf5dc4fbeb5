package io.omerta.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.reports.SampleRun;
import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportPageTest {
    private static final String SVG = "<svg role=\"img\"></svg>";

    private static String page(RunResult result) {
        return ReportPage.html(
                result, result.charts().stream().map(chart -> SVG).toList());
    }

    private static List<String> attribute(String html, String name) {
        return Pattern.compile(" " + name + "=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** A result in which every text holds the same attack. */
    private static RunResult hostile(String text) {
        Chart chart = new Chart.Lines(
                text,
                text,
                text,
                new Chart.Axis(text, text, false),
                new Chart.Axis(text, text, false),
                List.of(),
                false);
        RunResult.Manifest manifest = new RunResult.Manifest(
                text,
                false,
                text,
                text,
                text,
                1,
                1,
                1,
                List.of(text),
                text,
                text,
                List.of(new RunResult.ReplicationTrace(0, 1, 1, text)),
                Map.of(text, text),
                Map.of(text, text));
        return new RunResult(
                text,
                text,
                text,
                RunResult.Completion.COMPLETE,
                manifest,
                text,
                List.of(new Verdict(text, text, text, Outcome.VIOLATED, text, text, text)),
                List.of(new Metric(text, text, text, List.of(), new Estimate(1, 0, 2, 0.95, text, 3))),
                List.of(new Table(text, text, text, List.of(text), List.of(List.of(text)))),
                List.of(chart),
                List.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onclick=\"alert(1)",
                "' onclick='alert(1)",
                "</style><img src=x>"
            })
    void nothingInAResultBecomesMarkup(String attack) {
        String html = page(hostile(attack));
        String markup = String.join("\n", tags(html));
        assertFalse(markup.contains("<script"), markup);
        assertFalse(markup.contains("<img"), markup);
        // In attribute values quotes are references, so an attribute of its own would show as one.
        assertFalse(markup.contains("onclick=\"") || markup.contains("onclick='"), markup);
        assertTrue(html.contains("alert(1)") || html.contains("src=x"), "the text itself must be shown");
    }

    private static List<String> tags(String html) {
        return Pattern.compile("<[a-z/][^>]*>")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void titleWithAScriptComesOutAsText() {
        assertTrue(
                page(hostile("<script>alert(1)</script>")).contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
    }

    @Test
    void pageLoadsNothing() {
        String html = page(SampleRun.result());
        assertEquals(List.of(), attribute(html, "src"));
        assertTrue(attribute(html, "href").stream().allMatch(href -> href.startsWith("#")));
        assertFalse(html.contains("@import") || html.contains("url("), "the style sheet loads something");
        assertFalse(html.contains("<link"));
    }

    @Test
    void everyEntryOfTheContentsLeadsToAPart() {
        String html = page(SampleRun.result());
        List<String> ids = attribute(html, "id");
        List<String> targets = attribute(html, "href");
        assertEquals(14, targets.size());
        targets.forEach(target -> assertTrue(ids.contains(target.substring(1)), target));
    }

    @Test
    void idsAreUnique() {
        List<String> ids = new ArrayList<>(attribute(page(SampleRun.result()), "id"));
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void elementsAreClosedInOrder() {
        List<String> open = new ArrayList<>();
        Pattern tag = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
        tag.matcher(page(SampleRun.result()).replace("<!doctype html>", ""))
                .results()
                .forEach(match -> {
                    if (match.group(2).equals("meta")) {
                        return;
                    }
                    if (match.group(1).isEmpty()) {
                        open.add(match.group(2));
                    } else {
                        assertEquals(open.remove(open.size() - 1), match.group(2));
                    }
                });
        assertEquals(List.of(), open);
    }

    @Test
    void estimateIsShownWithItsIntervalUnitAndCount() {
        String html = page(SampleRun.result());
        assertTrue(html.contains(">73.1 ± 2.4</td><td>s</td><td class=\"number\">8</td>"), html);
    }

    @Test
    void missingEstimateIsADashThatExplainsItself() {
        assertTrue(
                page(SampleRun.result()).contains("<span title=\"not observed\" aria-label=\"not observed\">–</span>"));
    }

    @Test
    void violatedPropertiesComeFirst() {
        String html = page(SampleRun.result());
        assertTrue(html.indexOf("stays below 60 s") < html.indexOf("finds an honest peer again"));
        assertTrue(html.indexOf("finds an honest peer again") < html.indexOf("neither made nor lost"));
    }

    @Test
    void interruptedRunDoesNotClaimThatItHeld() {
        String html = page(SampleRun.interrupted(List.of(2, 5)));
        String header = html.substring(html.indexOf("<header>"), html.indexOf("</header>"));
        assertTrue(header.contains("</span> interrupted</span>"), header);
        assertFalse(header.contains("badge held"), header);
        assertTrue(header.contains("stopped after 2 of 8 replications"), header);
    }

    @Test
    void runWithoutPropertiesDoesNotClaimThatItHeld() {
        String html = page(SampleRun.withVerdicts(List.of()));
        assertTrue(html.contains("no property checked"));
        assertFalse(html.contains("badge held"));
    }

    @Test
    void emptyPartsAreLeftOut() {
        String html = page(SampleRun.withVerdicts(List.of()));
        assertFalse(
                html.contains("id=\"metrics\"") || html.contains("id=\"figures\"") || html.contains("id=\"notes\""));
    }

    @Test
    void reproductionHoldsCommandHashesAndScenario() {
        String html = page(SampleRun.result());
        assertTrue(html.contains("--seed 42 --replications 8</code>"));
        assertTrue(html.contains("with uncommitted changes"));
        assertTrue(html.contains("preset: residential"));
        assertTrue(html.contains("1,204,113"));
    }

    @Test
    void numberOfDrawingsMustFit() {
        assertThrows(IllegalArgumentException.class, () -> ReportPage.html(SampleRun.result(), List.of(SVG)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "-3.5",
                "−3.5",
                "1,204",
                "58 ± 2",
                "0.96 [0.91, 0.98]",
                "12 %",
                "1.3×10⁻⁷",
                "1.3e-7",
                "–",
                "> 5"
            })
    void numericCellIsRecognised(String cell) {
        assertTrue(Sections.isNumeric(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Europe", "node 3", "3 nodes", "v1.2", "-", "2026-03-01T10:15"})
    void wordsAreNotNumeric(String cell) {
        assertFalse(Sections.isNumeric(cell));
    }
}
