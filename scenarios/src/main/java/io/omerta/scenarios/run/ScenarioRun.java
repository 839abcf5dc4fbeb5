package io.omerta.scenarios.run;

import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.Precision;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.replication.ReplicationFailure;
import io.omerta.sim.replication.ReplicationResults;
import io.omerta.sim.replication.Replications;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.ReplicationFindings;
import io.omerta.sim.study.Study;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Runs a scenario, all its variants and replications, and puts together what is reported. */
public final class ScenarioRun {
    private final Scenario scenario;
    private final RunContext context;
    private final long startedMillis;
    private final List<Part> parts = new ArrayList<>();
    private boolean complete = true;

    /** One variant's scenario with what was found. */
    private record Part(String variant, Scenario scenario, List<ReplicationFindings> findings) {}

    private ScenarioRun(Scenario scenario, RunContext context) {
        this.scenario = scenario;
        this.context = context;
        this.startedMillis = context.clock().millis();
    }

    /**
     * Runs the scenario.
     *
     * @throws FailedRun if a replication fails
     * @throws io.omerta.scenarios.model.InvalidInputException if the scenario expects something of a metric that it does
     *     not measure
     */
    public static RunOutcome run(Scenario scenario, RunContext context) {
        UnmeasuredMetric.refuse(scenario);
        ScenarioRun run = new ScenarioRun(scenario, context);
        run.runParts();
        return run.outcome();
    }

    private void runParts() {
        int total = replications();
        if (scenario.variants().isEmpty()) {
            runPart("", scenario, 0, total);
            return;
        }
        int before = 0;
        for (Variant variant : scenario.variants()) {
            if (context.cancellation().isCancelled()) {
                complete = false;
                return;
            }
            runPart(variant.name(), variant.scenario(), before, total);
            before += variant.scenario().replications();
        }
    }

    /** Replications asked for, of all variants; the most there may be where a precision ends them. */
    private int replications() {
        return scenario.variants().isEmpty()
                ? scenario.replications()
                : scenario.variants().stream()
                        .mapToInt(variant -> variant.scenario().replications())
                        .sum();
    }

    private void runPart(String variant, Scenario part, int completedBefore, int total) {
        List<ReplicationFindings> findings = new ArrayList<>();
        try {
            int wanted = wanted(part, findings);
            while (complete && findings.size() < wanted) {
                int before = findings.size();
                ReplicationResults<ReplicationFindings> results = Replications.run(
                        part.seed(),
                        before,
                        wanted,
                        context.threads(),
                        new ScenarioReplication(part, context.traces().of(variant)),
                        (completed, count, events) -> context.progress()
                                .progress(variant, completedBefore + before + completed, total, events),
                        context.cancellation());
                complete = results.complete();
                findings.addAll(results.values());
                wanted = wanted(part, findings);
            }
            parts.add(new Part(variant, part, findings));
        } catch (ReplicationFailure failure) {
            throw new FailedRun(scenario.name(), variant, failure, context.command());
        }
    }

    /** How many replications there should be, by what those so far have found. */
    private static int wanted(Scenario part, List<ReplicationFindings> findings) {
        Precision precision = part.precision();
        if (precision == null) {
            return part.replications();
        }
        double[] values = findings.stream()
                .mapToDouble(finding -> finding.observations().stream()
                        .filter(observation -> observation.name().equals(precision.metric()))
                        .mapToDouble(Observation::value)
                        .findFirst()
                        .orElse(Double.NaN))
                .toArray();
        return precision.rule().wanted(values, part.confidence());
    }

    private RunOutcome outcome() {
        List<Verdict> verdicts = new ArrayList<>();
        List<Metric> metrics = new ArrayList<>();
        List<ReplicationRecord> traces = new ArrayList<>();
        VariantCharts charts = new VariantCharts(parts.size());
        Map<String, Map<String, Metric>> byVariant = new LinkedHashMap<>();
        for (Part part : parts) {
            Study study = new Study(part.findings(), part.scenario().confidence());
            List<Metric> own = study.metrics();
            byVariant.put(part.variant(), byName(own));
            verdicts.addAll(verdicts(part, study, own));
            own.forEach(metric -> metrics.add(named(part.variant(), metric)));
            charts.add(part.variant(), study.charts());
            for (ReplicationFindings findings : part.findings()) {
                traces.add(new ReplicationRecord(part.variant(), findings.trace(), findings.marks()));
            }
        }
        FigureChecks figures = new FigureChecks();
        verdicts.addAll(verdicts(figures, byVariant));
        List<Table> tables = new ArrayList<>(figures.tables());
        if (scenario.comparison() != null) {
            tables.addAll(VariantDifferences.of(scenario.comparison(), byVariant, scenario.confidence()));
        }
        tables.addAll(VariantTables.of(scenario, metrics));
        List<String> notes = new ArrayList<>(scenario.report().notes());
        notes.addAll(charts.notes());
        return new RunOutcome(
                new RunResult(
                        scenario.name(),
                        scenario.title(),
                        scenario.description(),
                        complete ? Completion.COMPLETE : Completion.INTERRUPTED,
                        manifest(traces),
                        scenario.resolvedYaml(),
                        verdicts,
                        metrics,
                        tables,
                        charts.all(),
                        notes),
                traces);
    }

    private List<Verdict> verdicts(Part part, Study study, List<Metric> metrics) {
        LongFunction<String> replay = seed -> context.command().ofReplication(part.variant(), seed);
        List<Verdict> verdicts = new ArrayList<>(study.verdicts(replay));
        ExpectationVerdict expectations = new ExpectationVerdict(
                byName(metrics),
                part.findings().stream().map(ReplicationFindings::trace).toList(),
                replay);
        if (!part.findings().isEmpty()) {
            for (Expectation expectation : part.scenario().expectations()) {
                verdicts.add(expectations.of(expectation));
            }
        }
        return verdicts.stream().map(verdict -> named(part.variant(), verdict)).toList();
    }

    private List<Verdict> verdicts(FigureChecks checks, Map<String, Map<String, Metric>> byVariant) {
        List<Verdict> verdicts = new ArrayList<>();
        for (PublishedFigure figure : scenario.figures()) {
            byVariant.forEach((variant, metrics) -> {
                Metric metric = metrics.get(figure.metric());
                boolean concerned = scenario.variants().isEmpty()
                        || figure.variant() == null
                        || figure.variant().equals(variant);
                if (concerned && metric != null) {
                    verdicts.add(named(variant, checks.add(figure, variant, metric)));
                }
            });
        }
        return verdicts;
    }

    private static Map<String, Metric> byName(List<Metric> metrics) {
        Map<String, Metric> byName = new LinkedHashMap<>();
        metrics.forEach(metric -> byName.put(metric.name(), metric));
        return byName;
    }

    private static Metric named(String variant, Metric metric) {
        return variant.isEmpty()
                ? metric
                : new Metric(
                        variant + "/" + metric.name(),
                        metric.label() + " (" + variant + ")",
                        metric.unit(),
                        metric.perReplication(),
                        metric.estimate());
    }

    private static Verdict named(String variant, Verdict verdict) {
        return variant.isEmpty()
                ? verdict
                : new Verdict(
                        variant + "/" + verdict.id(),
                        verdict.kind(),
                        variant + ": " + verdict.statement(),
                        verdict.outcome(),
                        verdict.measured(),
                        verdict.evidence(),
                        verdict.replay());
    }

    private RunResult.Manifest manifest(List<ReplicationRecord> traces) {
        Map<String, String> inputs = new TreeMap<>();
        scenario.inputs().forEach(input -> inputs.put(input.path(), input.sha256()));
        return new RunResult.Manifest(
                context.commit(),
                context.dirty(),
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Instant.ofEpochMilli(startedMillis)
                        .atZone(context.clock().getZone())
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                (context.clock().millis() - startedMillis) / 1e3,
                scenario.seed(),
                complete ? traces.size() : replications(),
                context.command().arguments(),
                context.command().ofRun(),
                TraceHash.ofRun(traces),
                traces.stream().map(ReplicationRecord::trace).toList(),
                Dependencies.versions(),
                inputs);
    }
}
