package io.omerta.reports.html;

import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code index.html}: the report of a run as one page without script, for screen, phone and print. */
public final class ReportPage {
    /**
     * Identifier of the table that shows the metrics of variants side by side. A page that has it folds the list of all
     * metrics away.
     */
    public static final String VARIANTS_TABLE = "variants";

    private static final String STYLE_SHEET = "report.css";

    private final RunResult result;
    private final HtmlWriter html = new HtmlWriter();

    private ReportPage(RunResult result) {
        this.result = result;
    }

    /**
     * @param drawings the {@code svg} element of each chart of the result, in order, with no id in common
     * @throws IllegalArgumentException if there is not one drawing for each chart
     */
    public static String html(RunResult result, List<String> drawings) {
        if (drawings.size() != result.charts().size()) {
            throw new IllegalArgumentException(
                    "a page of " + result.charts().size() + " charts needs as many drawings, got " + drawings.size());
        }
        return new ReportPage(result).page(drawings);
    }

    private String page(List<String> drawings) {
        html.raw("<!doctype html>\n").open("html", "lang", "en").raw("\n");
        head();
        html.open("body").raw("\n");
        header();
        Sections sections = new Sections(result, html);
        sections.contents();
        html.open("main").raw("\n");
        sections.verdicts();
        if (sections.hasVariants()) {
            sections.tables();
            sections.metrics();
        } else {
            sections.metrics();
            sections.tables();
        }
        sections.charts(drawings);
        sections.notes();
        new Reproduction(result, html).write();
        html.closeLine().closeLine().closeLine();
        return html.finish();
    }

    private void head() {
        html.open("head").raw("\n");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        // Nothing may be loaded, and nothing that a result holds may run.
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.element("title", result.title() + " – " + result.scenario()).raw("\n");
        html.open("style").raw("\n" + styleSheet()).closeLine();
        html.closeLine();
    }

    private static String styleSheet() {
        try (InputStream stream =
                Objects.requireNonNull(ReportPage.class.getResourceAsStream(STYLE_SHEET), STYLE_SHEET)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header() {
        html.open("header").raw("\n");
        html.element("p", "Simulation report · " + result.scenario(), "class", "kicker")
                .raw("\n");
        html.element("h1", result.title()).raw("\n");
        html.open("p", "class", "outcome");
        boolean interrupted = result.completion() == RunResult.Completion.INTERRUPTED;
        // What was violated stays violated; what held was not checked to the end.
        if (result.verdicts().isEmpty()) {
            html.element("span", "no property checked", "class", "badge neutral");
        } else if (!interrupted || result.outcome() == Outcome.VIOLATED) {
            Badge.write(html, result.outcome());
        }
        if (interrupted) {
            html.text(" ");
            Badge.writeInterrupted(html);
        }
        html.element("span", " " + outcomeSentence()).closeLine();
        for (String paragraph : result.description().strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                html.element("p", paragraph.strip(), "class", "description").raw("\n");
            }
        }
        html.element("p", facts(), "class", "facts").raw("\n");
        html.open("p", "class", "reading")
                .element("strong", "How to read this. ")
                .text(readingHint())
                .closeLine();
        html.closeLine();
    }

    private String outcomeSentence() {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.VIOLATED, Outcome.INCONCLUSIVE, Outcome.HELD)) {
            long count = result.verdicts().stream()
                    .filter(verdict -> verdict.outcome() == outcome)
                    .count();
            if (count > 0) {
                parts.add(count + " " + outcome.name().toLowerCase(Locale.ROOT));
            }
        }
        int checked = result.verdicts().size();
        String properties = parts.isEmpty()
                ? ""
                : (checked == 1 ? "1 property" : checked + " properties") + ": " + String.join(", ", parts) + ". ";
        if (result.completion() == RunResult.Completion.COMPLETE) {
            return properties.strip();
        }
        return properties + "The run was stopped after "
                + result.manifest().replicationTraces().size() + " of "
                + result.manifest().replications() + " replications; only these are reported.";
    }

    private String facts() {
        RunResult.Manifest manifest = result.manifest();
        int replications = manifest.replicationTraces().size();
        return String.format(
                Locale.ROOT,
                "%d %s · seed %d · started %s · took %.1f s",
                replications,
                replications == 1 ? "replication" : "replications",
                manifest.seed(),
                manifest.startedAt(),
                manifest.wallSeconds());
    }

    private static String readingHint() {
        return "Each property held, was violated, or is inconclusive when too little was observed to say. "
                + "Estimates are over replications; a ± b is the estimate with the half width of its interval, "
                + "and a [b, c] gives both limits where they are not symmetric. "
                + "The same commit, scenario and seed give the same trace hash.";
    }
}
