package io.omerta.reports.html;

import io.omerta.reports.text.FileNames;
import io.omerta.reports.text.NumberText;
import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The parts of the page that show results. A part with nothing to show is left out, from the contents too. */
final class Sections {
    /** A number, perhaps with sign, grouping, interval, power of ten or per cent; or the sign for no observation. */
    private static final Pattern NUMERIC = Pattern.compile(
            "[-−+±<>≤≥≈~]?\\s?(\\d[\\d,. ]*|[∞–—])([eE][-+]?\\d+)?([\\d\\s,.±%×⁻⁰¹²³⁴⁵⁶⁷⁸⁹\\[\\]()−-]*)");

    private final RunResult result;
    private final HtmlWriter html;
    private final List<String> tableAnchors;
    private final List<String> chartAnchors;

    Sections(RunResult result, HtmlWriter html) {
        this.result = result;
        this.html = html;
        this.tableAnchors =
                FileNames.unique(result.tables().stream().map(Table::id).toList(), "table");
        this.chartAnchors =
                FileNames.unique(result.charts().stream().map(Chart::id).toList(), "chart");
    }

    void contents() {
        html.open("nav", "aria-label", "Contents")
                .element("h2", "Contents")
                .open("ol")
                .raw("\n");
        entry("properties", "Properties", result.verdicts().isEmpty());
        if (hasVariants()) {
            tableEntries();
            entry("metrics", "Metrics", result.metrics().isEmpty());
        } else {
            entry("metrics", "Metrics", result.metrics().isEmpty());
            tableEntries();
        }
        for (int i = 0; i < result.charts().size(); i++) {
            String title = "Figure " + (i + 1) + ": " + result.charts().get(i).title();
            entry("figure-" + chartAnchors.get(i), title, false);
        }
        entry("notes", "Notes", result.notes().isEmpty());
        entry("reproduce", "Reproduce this run", false);
        entry("scenario", "Scenario as run", false);
        html.close().closeLine();
    }

    private void tableEntries() {
        for (int i = 0; i < result.tables().size(); i++) {
            entry("table-" + tableAnchors.get(i), result.tables().get(i).title(), false);
        }
    }

    private void entry(String anchor, String title, boolean absent) {
        if (!absent) {
            html.open("li").element("a", title, "href", "#" + anchor).closeLine();
        }
    }

    private void startSection(String anchor, String title) {
        html.open("section", "id", anchor, "aria-labelledby", anchor + "-heading");
        html.element("h2", title, "id", anchor + "-heading").raw("\n");
    }

    private void startTable(String label, List<String> headings, List<Boolean> numeric) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", label);
        html.open("table").open("thead").open("tr");
        for (int i = 0; i < headings.size(); i++) {
            html.element("th", headings.get(i), "scope", "col", "class", numeric.get(i) ? "number" : "words");
        }
        html.close().close().open("tbody").raw("\n");
    }

    private void endTable() {
        html.close().close().closeLine();
    }

    void verdicts() {
        if (result.verdicts().isEmpty()) {
            return;
        }
        startSection("properties", "Properties");
        boolean evidence = result.verdicts().stream().anyMatch(Sections::hasEvidence);
        List<String> headings =
                List.of("Outcome", "Property", "Measured", "Evidence").subList(0, evidence ? 4 : 3);
        startTable(
                "Properties", headings, headings.stream().map(heading -> false).toList());
        Comparator<Verdict> worstFirst = Comparator.comparingInt(verdict -> switch (verdict.outcome()) {
            case VIOLATED -> 0;
            case INCONCLUSIVE -> 1;
            case HELD -> 2;
        });
        result.verdicts().stream().sorted(worstFirst).forEach(verdict -> verdictRow(verdict, evidence));
        endTable();
        html.closeLine();
    }

    private static boolean hasEvidence(Verdict verdict) {
        return !verdict.evidence().isBlank() || !verdict.replay().isBlank();
    }

    private void verdictRow(Verdict verdict, boolean evidence) {
        html.open("tr").open("td");
        Badge.write(html, verdict.outcome());
        html.close().open("th", "scope", "row").text(verdict.statement());
        html.open("div", "class", "name").element("code", verdict.id()).text(" · " + verdict.kind());
        html.close().close();
        html.element("td", verdict.measured());
        if (evidence) {
            evidence(verdict);
        }
        html.closeLine();
    }

    private void evidence(Verdict verdict) {
        html.open("td").text(verdict.evidence());
        if (!verdict.replay().isBlank()) {
            html.open("div")
                    .element("code", verdict.replay(), "class", "command")
                    .close();
        }
        html.close();
    }

    /** Whether a table shows the metrics of variants side by side. */
    boolean hasVariants() {
        return result.tables().stream().anyMatch(table -> table.id().equals(ReportPage.VARIANTS_TABLE));
    }

    void metrics() {
        if (result.metrics().isEmpty()) {
            return;
        }
        startSection("metrics", "Metrics");
        if (hasVariants()) {
            html.open("details").element("summary", result.metrics().size() + " metrics, one variant after another");
        }
        startTable(
                "Metrics",
                List.of("Metric", "Estimate", "Unit", "n", "Interval"),
                List.of(false, true, false, true, false));
        result.metrics().forEach(this::metricRow);
        endTable();
        if (hasVariants()) {
            html.closeLine();
        }
        html.closeLine();
    }

    private void metricRow(Metric metric) {
        Estimate estimate = metric.estimate();
        html.open("tr").open("th", "scope", "row").text(metric.label());
        html.open("div", "class", "name").element("code", metric.name()).close().close();
        html.open("td", "class", "number");
        if (Double.isNaN(estimate.value())) {
            html.element("span", NumberText.NOT_OBSERVED, "title", "not observed", "aria-label", "not observed");
        } else {
            html.text(NumberText.estimate(estimate));
        }
        html.close();
        html.element("td", metric.unit());
        html.element("td", NumberText.count(estimate.count()), "class", "number");
        String interval = estimate.hasInterval()
                ? NumberText.significant(estimate.level() * 100, 4) + " % " + estimate.method()
                : estimate.method();
        html.element("td", interval, "class", "soft").closeLine();
    }

    void tables() {
        for (int i = 0; i < result.tables().size(); i++) {
            Table table = result.tables().get(i);
            startSection("table-" + tableAnchors.get(i), table.title());
            if (!table.caption().isBlank()) {
                html.element("p", table.caption(), "class", "caption").raw("\n");
            }
            List<Boolean> numeric = IntStream.range(0, table.columns().size())
                    .mapToObj(column -> isNumeric(table, column))
                    .toList();
            startTable(table.title(), table.columns(), numeric);
            for (List<String> row : table.rows()) {
                html.open("tr");
                row.forEach(cell -> html.element("td", cell, "class", isNumeric(cell) ? "number" : "words"));
                html.closeLine();
            }
            endTable();
            html.closeLine();
        }
    }

    private static boolean isNumeric(Table table, int column) {
        return !table.rows().isEmpty()
                && table.rows().stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.isBlank() || isNumeric(cell));
    }

    static boolean isNumeric(String cell) {
        return NUMERIC.matcher(cell.strip()).matches();
    }

    void charts(List<String> drawings) {
        if (drawings.isEmpty()) {
            return;
        }
        startSection("figures", "Figures");
        for (int i = 0; i < drawings.size(); i++) {
            html.open("figure", "id", "figure-" + chartAnchors.get(i)).raw("\n");
            html.open("div", "class", "chart").raw(drawings.get(i)).closeLine();
            html.open("figcaption").element("strong", "Figure " + (i + 1) + ". ");
            html.text(result.charts().get(i).caption()).close().closeLine();
        }
        html.closeLine();
    }

    void notes() {
        if (result.notes().isEmpty()) {
            return;
        }
        startSection("notes", "Notes");
        html.open("ul").raw("\n");
        result.notes().forEach(note -> html.element("li", note).raw("\n"));
        html.close().closeLine();
    }
}
