package io.omerta.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.reports.data.SummaryJson;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.record.Verdict;
import java.io.IOException;
import java.nio.file.Path;
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
        result.metrics().stream().limit(MOST_METRICS).forEach(metric -> terminal.out()
                .println(line(metric)));
        if (result.metrics().size() > MOST_METRICS) {
            terminal.out().println("  ... and " + (result.metrics().size() - MOST_METRICS) + " more in the report");
        }
        for (Verdict verdict : result.verdicts()) {
            terminal.out().println(line(verdict));
            if (!verdict.replay().isEmpty()) {
                terminal.out().println("        replay: " + verdict.replay());
            }
        }
        terminal.out().println("report  " + directory.resolve("index.html"));
        terminal.out().println("trace   " + result.manifest().traceSha256());
        terminal.out().println("replay  " + result.manifest().replayCommand());
    }

    private String headline(RunResult result) {
        String outcome = result.completion() == Completion.INTERRUPTED
                ? "@|yellow interrupted|@"
                : result.verdicts().isEmpty() ? "done" : coloured(result.outcome());
        return result.scenario() + ": " + terminal.out().ansi().string(outcome) + ", "
                + result.manifest().replicationTraces().size() + " replications, "
                + result.manifest().wallSeconds() + " s";
    }

    private static String coloured(Outcome outcome) {
        return switch (outcome) {
            case HELD -> "@|green held|@";
            case VIOLATED -> "@|bold,red violated|@";
            case INCONCLUSIVE -> "@|yellow inconclusive|@";
        };
    }

    private static String line(Metric metric) {
        Estimate estimate = metric.estimate();
        String value = Double.isNaN(estimate.value()) ? "–" : number(estimate.value());
        String interval =
                estimate.hasInterval() ? " [" + number(estimate.low()) + ", " + number(estimate.high()) + "]" : "";
        return String.format(Locale.ROOT, "  %-44s %12s %-3s%s", metric.label(), value, metric.unit(), interval);
    }

    private String line(Verdict verdict) {
        return "  " + terminal.out().ansi().string(coloured(verdict.outcome())) + "  " + verdict.statement() + ": "
                + verdict.measured() + (verdict.evidence().isEmpty() ? "" : " (" + verdict.evidence() + ")");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size >= 1e15 || size > 0 && size < 1e-4
                ? String.format(Locale.ROOT, "%.4g", value)
                : size >= 1000 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.4g", value);
    }
}
