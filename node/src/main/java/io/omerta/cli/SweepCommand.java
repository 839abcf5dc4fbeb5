package io.omerta.cli;

import io.omerta.reports.RunReport;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Sweep;
import io.omerta.scenarios.model.Variant;
import io.omerta.scenarios.run.RunCommandLine;
import io.omerta.scenarios.run.RunContext;
import io.omerta.scenarios.run.RunDirectory;
import io.omerta.scenarios.run.RunOutcome;
import io.omerta.scenarios.run.ScenarioReplication;
import io.omerta.scenarios.run.ScenarioRun;
import io.omerta.scenarios.run.TraceHash;
import io.omerta.scenarios.run.UnmeasuredMetric;
import io.omerta.scenarios.sweep.SweepReport;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.replication.CancellationToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario at every point of its sweep. */
@Command(
        name = "sweep",
        description = "Run a scenario at every point of its sweep; what has been run before is not run again.",
        sortOptions = false)
final class SweepCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for results (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description = "Replications at once (default: one a core). Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print JSON for programs to read.")
    private boolean json;

    SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Scenario scenario = scenarioOptions.load();
        Sweep sweep = scenario.sweep();
        if (sweep == null) {
            throw new InvalidInputException(scenarioOptions.file()
                    + ": the scenario has no sweep; add one, see: omerta explain sweep; or run it with: omerta run");
        }
        UnmeasuredMetric.refuse(scenario);
        try (Interruption interruption = new Interruption()) {
            return run(scenario, sweep, interruption.token()).code();
        }
    }

    private CliExit run(Scenario scenario, Sweep sweep, CancellationToken cancellation) throws IOException {
        RunDirectory directory = RunDirectory.prepareSweep(out, scenario);
        try {
            List<RunResult> points = new ArrayList<>();
            try (ProgressLine progress = new ProgressLine(terminal)) {
                for (Variant point : sweep.points()) {
                    String place = (points.size() + 1) + "/" + sweep.points().size() + " " + point.name() + ": ";
                    RunResult result = cancellation.isCancelled() ? null : run(point, place, cancellation, progress);
                    if (result == null) {
                        break;
                    }
                    points.add(result);
                }
            }
            if (points.isEmpty()) {
                terminal.err().println("interrupted before a replication had finished; nothing is written");
                return CliExit.INTERRUPTED;
            }
            RunResult result = SweepReport.of(scenario, sweep, points, manifest(scenario, points));
            Path finished = directory.finish(result);
            new RunSummary(terminal).print(result, finished, json);
            return result.completion() == Completion.INTERRUPTED ? CliExit.INTERRUPTED : CliExit.of(result.outcome());
        } finally {
            directory.discard();
        }
    }

    /** The result of a point: of an earlier run of the same, if there is one by the same program. */
    private @Nullable RunResult run(Variant point, String place, CancellationToken cancellation, ProgressLine progress)
            throws IOException {
        BuildInfo build = BuildInfo.ofProcess();
        Path earlier = RunDirectory.find(out, point.scenario());
        if (earlier != null) {
            RunResult result = RunReport.read(earlier);
            if (!build.dirty()
                    && !result.manifest().dirty()
                    && result.manifest().commit().equals(build.commit())) {
                return result;
            }
        }
        RunDirectory directory = RunDirectory.prepare(out, point.scenario(), "");
        Throughput throughput = new Throughput();
        try {
            RunOutcome outcome = ScenarioRun.run(
                    point.scenario(),
                    new RunContext(
                            threads,
                            commandLine(point),
                            build.commit(),
                            build.dirty(),
                            Clock.systemDefaultZone(),
                            (variant, completed, total, done) ->
                                    progress.update(() -> place + throughput.text(variant, completed, total, done)),
                            cancellation,
                            variant -> ScenarioReplication.UNWATCHED));
            if (outcome.traces().isEmpty()) {
                return null;
            }
            directory.finish(outcome, scenarioOptions.file().toString());
            return outcome.result();
        } finally {
            directory.discard();
        }
    }

    /** What runs a point alone. */
    private RunCommandLine commandLine(Variant point) {
        RunCommandLine whole = scenarioOptions.commandLine(arguments());
        List<String> overrides = new ArrayList<>(whole.overrides());
        point.changes().forEach((key, value) -> overrides.add(key + "=" + value));
        return new RunCommandLine(whole.arguments(), whole.file(), whole.variant(), overrides);
    }

    private RunResult.Manifest manifest(Scenario scenario, List<RunResult> points) {
        RunResult.Manifest first = points.get(0).manifest();
        double seconds = 0;
        int replications = 0;
        List<RunResult.ReplicationTrace> traces = new ArrayList<>();
        for (RunResult point : points) {
            seconds += point.manifest().wallSeconds();
            replications += point.manifest().replications();
            traces.addAll(point.manifest().replicationTraces());
        }
        return new RunResult.Manifest(
                first.commit(),
                first.dirty(),
                first.javaVersion(),
                first.operatingSystem(),
                first.startedAt(),
                seconds,
                scenario.seed(),
                replications,
                arguments(),
                scenarioOptions.commandLine(arguments()).ofSweep(),
                TraceHash.ofSuite(points),
                traces,
                first.dependencies(),
                first.inputs());
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }
}
