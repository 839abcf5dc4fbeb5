package io.omerta.reports.html;

import io.omerta.reports.text.NumberText;
import io.omerta.sim.record.RunResult;
import java.util.List;
import java.util.Map;

/** The part of the page that lets a reader repeat the run: command, hashes, versions, and the scenario as it was run. */
final class Reproduction {
    private final RunResult result;
    private final RunResult.Manifest manifest;
    private final HtmlWriter html;

    Reproduction(RunResult result, HtmlWriter html) {
        this.result = result;
        this.manifest = result.manifest();
        this.html = html;
    }

    void write() {
        html.open("section", "id", "reproduce", "aria-labelledby", "reproduce-heading");
        html.element("h2", "Reproduce this run", "id", "reproduce-heading").raw("\n");
        html.element("p", "At the same commit, this command gives the same trace hash on any machine:")
                .raw("\n");
        html.open("pre", "class", "command")
                .element("code", manifest.replayCommand())
                .closeLine();
        facts();
        pairs("Input files (SHA-256)", "File", "SHA-256", manifest.inputs());
        pairs("Dependencies", "Library", "Version", manifest.dependencies());
        replications();
        html.closeLine();
        html.open("section", "id", "scenario", "aria-labelledby", "scenario-heading");
        html.element("h2", "Scenario as run", "id", "scenario-heading").raw("\n");
        html.open("details").element("summary", "Every setting, defaults included (YAML)");
        html.open("pre").element("code", result.resolvedScenario()).close().closeLine();
        html.closeLine();
    }

    private void facts() {
        html.open("dl").raw("\n");
        code("Trace SHA-256", manifest.traceSha256());
        code("Seed", Long.toString(manifest.seed()));
        fact(
                "Replications",
                manifest.replicationTraces().size() + " ended of " + manifest.replications() + " asked for");
        html.element("dt", "Commit").open("dd").element("code", manifest.commit());
        html.text(manifest.dirty() ? ", with uncommitted changes" : "").closeLine();
        fact("Java", manifest.javaVersion());
        fact("Operating system", manifest.operatingSystem());
        code("Arguments", String.join(" ", manifest.arguments()));
        html.closeLine();
    }

    private void fact(String name, String value) {
        html.element("dt", name).element("dd", value).raw("\n");
    }

    private void code(String name, String value) {
        html.element("dt", name).open("dd").element("code", value).closeLine();
    }

    private void pairs(String summary, String key, String value, Map<String, String> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        startTable(summary, List.of(key, value));
        pairs.forEach((name, text) -> {
            html.open("tr").element("th", name, "scope", "row");
            html.open("td").element("code", text).close().closeLine();
        });
        endTable();
    }

    private void replications() {
        startTable("Trace of each replication", List.of("Replication", "Seed", "Events", "SHA-256"));
        for (RunResult.ReplicationTrace trace : manifest.replicationTraces()) {
            html.open("tr").element("th", Integer.toString(trace.index()), "scope", "row");
            html.open("td").element("code", Long.toString(trace.seed())).close();
            html.element("td", NumberText.count(trace.events()), "class", "number");
            html.open("td").element("code", trace.sha256()).close().closeLine();
        }
        endTable();
    }

    private void startTable(String summary, List<String> headings) {
        html.open("details").element("summary", summary);
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", summary);
        html.open("table").open("thead").open("tr");
        headings.forEach(heading ->
                html.element("th", heading, "scope", "col", "class", heading.equals("Events") ? "number" : "words"));
        html.close().close().open("tbody").raw("\n");
    }

    private void endTable() {
        html.close().close().close().closeLine();
    }
}
