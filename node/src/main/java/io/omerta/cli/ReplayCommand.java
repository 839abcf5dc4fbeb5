package io.omerta.cli;

import io.omerta.scenarios.run.ReplicationRecord;
import io.omerta.scenarios.run.RunCommandLine;
import io.omerta.scenarios.run.RunComparison;
import io.omerta.scenarios.run.RunContext;
import io.omerta.scenarios.run.RunOutcome;
import io.omerta.scenarios.run.ScenarioReplication;
import io.omerta.scenarios.run.ScenarioRun;
import io.omerta.sim.replication.CancellationToken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recorded run again and checks that the same happens. */
@Command(
        name = "replay",
        description = "Run a recorded run again and compare traces; ends with 4 if they differ.",
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "RUN", description = "Directory of the run, such as out/latest.")
    private Path run = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description = "Replications at once (default: one a core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RecordedRun recorded = RecordedRun.open(run);
        RunOutcome again = again(recorded);
        RunComparison.Divergence divergence = RunComparison.compare(
                recorded.side(),
                new RunComparison.Side("replay", again.traces(), recorded.side().scenarios()));
        if (divergence == null) {
            long events = again.traces().stream()
                    .mapToLong(trace -> trace.trace().events())
                    .sum();
            terminal.out()
                    .println("identical: " + again.traces().size() + " replications, " + events + " events, trace "
                            + again.result().manifest().traceSha256());
            return CliExit.HELD.code();
        }
        new DivergenceText(terminal).print(run.toString(), "replay", divergence);
        terminal.out()
                .println(
                        "A run and its replay must agree. Either the program has changed since (manifest.json names the"
                                + " commit that recorded it), or it is not deterministic.");
        return CliExit.INTERNAL_ERROR.code();
    }

    private RunOutcome again(RecordedRun recorded) {
        List<ReplicationRecord> before = recorded.recorded().traces();
        try (ProgressLine progress = new ProgressLine(terminal)) {
            Throughput throughput = new Throughput();
            return ScenarioRun.run(
                    recorded.scenario(),
                    new RunContext(
                            threads,
                            new RunCommandLine(List.of(), recorded.recorded().scenarioFile(), "", List.of()),
                            "",
                            false,
                            Clock.systemDefaultZone(),
                            (variant, completed, total, events) -> progress.update(
                                    () -> throughput.text(variant, completed, Math.max(total, before.size()), events)),
                            new CancellationToken(),
                            variant -> ScenarioReplication.UNWATCHED));
        }
    }
}
