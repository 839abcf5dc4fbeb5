package io.omerta.cli;

import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.run.EventExport;
import io.omerta.scenarios.run.RunContext;
import io.omerta.scenarios.run.RunDirectory;
import io.omerta.scenarios.run.RunOutcome;
import io.omerta.scenarios.run.ScenarioReplication;
import io.omerta.scenarios.run.ScenarioRun;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.replication.CancellationToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario and writes its report. */
@Command(name = "run", description = "Run a scenario and write its report.", sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final RunContext.TraceSinks watches;

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

    @Option(names = "--events", description = "Keep every event of every replication in events.jsonl.gz.")
    private boolean events;

    @Option(names = "--show-config", description = "Print the scenario with every default written out, and end.")
    private boolean showConfig;

    @Option(names = "--json", description = "Print JSON for programs to read.")
    private boolean json;

    RunCommand(Terminal terminal) {
        this(terminal, variant -> ScenarioReplication.UNWATCHED);
    }

    /** @param watches see the traces when they are not exported */
    RunCommand(Terminal terminal, RunContext.TraceSinks watches) {
        this.terminal = terminal;
        this.watches = watches;
    }

    @Override
    public Integer call() throws IOException {
        Scenario scenario = scenarioOptions.load();
        if (showConfig) {
            terminal.out().stream().print(scenario.resolvedYaml());
            return CliExit.HELD.code();
        }
        try (Interruption interruption = new Interruption()) {
            return run(scenario, interruption.token()).code();
        }
    }

    private CliExit run(Scenario scenario, CancellationToken cancellation) throws IOException {
        RunDirectory directory = RunDirectory.prepare(out, scenario, scenarioOptions.variant());
        try {
            EventExport export = events ? new EventExport(directory.draft()) : null;
            RunOutcome outcome = run(scenario, cancellation, export);
            if (outcome.traces().isEmpty()) {
                terminal.err().println("interrupted before a replication had finished; nothing is written");
                return CliExit.INTERRUPTED;
            }
            if (export != null) {
                export.join(outcome.traces());
            }
            Path finished = directory.finish(outcome, scenarioOptions.file().toString());
            new RunSummary(terminal).print(outcome.result(), finished, json);
            return outcome.result().completion() == Completion.INTERRUPTED
                    ? CliExit.INTERRUPTED
                    : CliExit.of(outcome.result().outcome());
        } finally {
            directory.discard();
        }
    }

    private RunOutcome run(Scenario scenario, CancellationToken cancellation, @Nullable EventExport export) {
        BuildInfo build = BuildInfo.ofProcess();
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
        try (ProgressLine progress = new ProgressLine(terminal)) {
            Throughput throughput = new Throughput();
            return ScenarioRun.run(
                    scenario,
                    new RunContext(
                            threads,
                            scenarioOptions.commandLine(arguments),
                            build.commit(),
                            build.dirty(),
                            Clock.systemDefaultZone(),
                            (variant, completed, total, done) ->
                                    progress.update(() -> throughput.text(variant, completed, total, done)),
                            cancellation,
                            export == null ? watches : export));
        }
    }
}
