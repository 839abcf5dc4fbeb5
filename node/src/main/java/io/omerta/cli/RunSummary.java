package io.omerta.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.reports.data.SummaryJson;
import io.omerta.reports.html.ReportPage;
import io.omerta.reports.text.NumberText;
import io.omerta.scenarios.run.FigureChecks;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.record.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a finished run prints on standard output. */
final class RunSummary {
    private static final int MOST_METRICS = 60;

    private final Terminal terminal;

    RunSummary(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(RunResult result, Path directory, boolean json) throws IOException {
        if (json) {
            JsonMapper mapper = JsonMapper.builder().build();
            ObjectNode summary = (ObjectNode) mapper.readTree(SummaryJson.text(result));
            summary.put("run_directory", directory.toString());
            terminal.out().println(summary.toPrettyString());
            return;
        }
        terminal.out().println(headline(result));
        metrics(result);
        // A figure that comes out as expected has a row in the table above, which says as much.
        new VerdictLines(terminal)
                .print(result.verdicts().stream()
                        .filter(verdict -> verdict.outcome() != Outcome.HELD || !FigureChecks.isFigure(verdict))
                        .toList());
        terminal.out().println("");
        terminal.out().println("report  " + directory.resolve("index.html"));
        terminal.out().println("trace   " + result.manifest().traceSha256());
        terminal.out().println("replay  " + result.manifest().replayCommand());
    }

    private String headline(RunResult result) {
        RunResult.Manifest manifest = result.manifest();
        boolean interrupted = result.completion() == Completion.INTERRUPTED;
        Outcome outcome = result.outcome();
        // What was violated stays violated; what held was not checked to the end.
        String state = interrupted && outcome != Outcome.VIOLATED
                ? "@|yellow interrupted|@"
                : result.verdicts().isEmpty()
                        ? "done"
                        : VerdictLines.coloured(outcome) + (interrupted ? ", @|yellow interrupted|@" : "");
        int ended = manifest.replicationTraces().size();
        return result.scenario() + ": " + terminal.out().ansi().string(state) + ", "
                + NumberText.count(ended) + (interrupted ? " of " + NumberText.count(manifest.replications()) : "")
                + (ended == 1 && !interrupted ? " replication" : " replications")
                + String.format(Locale.ROOT, ", %.1f s", manifest.wallSeconds());
    }

    private void metrics(RunResult result) {
        for (Table table : result.tables()) {
            terminal.out().println("");
            TextTable.of(table).print(terminal.out(), TextTable.widthColumns(terminal));
        }
        if (result.tables().stream().anyMatch(table -> table.id().equals(ReportPage.VARIANTS_TABLE))) {
            return;
        }
        List<Metric> shown = result.metrics().stream().limit(MOST_METRICS).toList();
        if (!shown.isEmpty()) {
            terminal.out().println("");
            new TextTable(
                            shown.stream()
                                    .map(metric -> List.of(
                                            metric.name(),
                                            NumberText.estimate(metric.estimate()),
                                            metric.unit(),
                                            metric.label()))
                                    .toList(),
                            List.of(false, true, false, false))
                    .print(terminal.out(), Integer.MAX_VALUE);
        }
        int more = result.metrics().size() - shown.size();
        if (more > 0) {
            terminal.out().println("  ... and " + more + " more in the report");
        }
    }
}
