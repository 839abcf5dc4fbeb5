package io.omerta.reports.data;

import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary.json}: what a script wants to know of a run. Numbers that were not observed are null. Holds no clock
 * time, so that equal runs have equal summaries.
 */
public final class SummaryJson {
    private SummaryJson() {}

    /** @param replicationsEnded replications that ran to their end and are in the estimates */
    private record Summary(
            int schemaVersion,
            String scenario,
            String title,
            Outcome outcome,
            RunResult.Completion completion,
            long seed,
            int replications,
            int replicationsEnded,
            String traceSha256,
            String commit,
            boolean dirty,
            String replayCommand,
            List<Verdict> verdicts,
            List<MetricSummary> metrics) {}

    private record MetricSummary(
            String name,
            String label,
            String unit,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            double level,
            String method,
            long count) {}

    public static String text(RunResult result) {
        RunResult.Manifest manifest = result.manifest();
        return JsonFormat.text(new Summary(
                JsonFormat.SCHEMA_VERSION,
                result.scenario(),
                result.title(),
                result.outcome(),
                result.completion(),
                manifest.seed(),
                manifest.replications(),
                manifest.replicationTraces().size(),
                manifest.traceSha256(),
                manifest.commit(),
                manifest.dirty(),
                manifest.replayCommand(),
                result.verdicts(),
                result.metrics().stream().map(SummaryJson::summary).toList()));
    }

    private static MetricSummary summary(Metric metric) {
        Estimate estimate = metric.estimate();
        return new MetricSummary(
                metric.name(),
                metric.label(),
                metric.unit(),
                finite(estimate.value()),
                finite(estimate.low()),
                finite(estimate.high()),
                estimate.level(),
                estimate.method(),
                estimate.count());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
