package io.omerta.cli;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.load.SuiteLoader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Suite;
import io.omerta.scenarios.run.RunCommandLine;
import io.omerta.scenarios.run.RunContext;
import io.omerta.scenarios.run.RunDirectory;
import io.omerta.scenarios.run.RunOutcome;
import io.omerta.scenarios.run.ScenarioReplication;
import io.omerta.scenarios.run.ScenarioRun;
import io.omerta.scenarios.run.UnmeasuredMetric;
import io.omerta.scenarios.suite.SuiteReport;
import io.omerta.scenarios.suite.SuiteReport.Member;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the scenarios of a suite and sums up their published figures. */
@Command(
        name = "suite",
        description = "Run several scenarios and sum up their published figures in one report.",
        sortOptions = false)
final class SuiteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "Suite file.")
    private Path file = Path.of("");

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Number of replications of each scenario, instead of its own.")
    private @Nullable String replications;

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

    SuiteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A scenario and the file that it was read from. */
    private record Item(Path file, Scenario scenario) {}

    @Override
    public Integer call() throws IOException {
        Suite suite = SuiteLoader.load(file);
        List<Item> items = items(suite);
        try (Interruption interruption = new Interruption()) {
            return run(suite, items, interruption.token()).code();
        }
    }

    /** All scenarios, before time is spent on any. */
    private List<Item> items(Suite suite) {
        List<Item> items = new ArrayList<>();
        for (Path path : suite.files()) {
            if (SuiteLoader.isSuite(path)) {
                throw new InvalidInputException(file + ": " + path + " is a suite, which cannot be part of another");
            }
            Scenario scenario = ScenarioLoader.load(path, overrides());
            UnmeasuredMetric.refuse(scenario);
            if (items.stream().anyMatch(item -> item.scenario().name().equals(scenario.name()))) {
                throw new InvalidInputException(
                        file + ": two scenarios have the name \"" + scenario.name() + "\"; rename one of them");
            }
            items.add(new Item(path, scenario));
        }
        return items;
    }

    private List<String> overrides() {
        return replications == null ? List.of() : List.of("replications=" + replications);
    }

    private CliExit run(Suite suite, List<Item> items, CancellationToken cancellation) throws IOException {
        RunDirectory directory = RunDirectory.prepare(out, suite, String.join(" ", overrides()));
        try {
            List<Member> members = new ArrayList<>();
            try (ProgressLine progress = new ProgressLine(terminal)) {
                for (Item item : items) {
                    String place = (members.size() + 1) + "/" + items.size() + " ";
                    Member member = cancellation.isCancelled() ? null : run(item, place, cancellation, progress);
                    if (member != null) {
                        members.add(member);
                    }
                }
            }
            if (members.isEmpty()) {
                terminal.err().println("interrupted before a replication had finished; nothing is written");
                return CliExit.INTERRUPTED;
            }
            RunResult result = SuiteReport.of(suite, members, arguments(), replayCommand());
            Path finished = directory.finish(result);
            new RunSummary(terminal).print(result, finished, json);
            return result.completion() == Completion.INTERRUPTED ? CliExit.INTERRUPTED : CliExit.of(result.outcome());
        } finally {
            directory.discard();
        }
    }

    /** Runs one scenario and writes its own report; null if it was interrupted before a replication had finished. */
    private @Nullable Member run(Item item, String place, CancellationToken cancellation, ProgressLine progress) {
        BuildInfo build = BuildInfo.ofProcess();
        RunDirectory directory = RunDirectory.prepare(out, item.scenario(), "");
        Throughput throughput = new Throughput();
        try {
            RunOutcome outcome = ScenarioRun.run(
                    item.scenario(),
                    new RunContext(
                            threads,
                            new RunCommandLine(arguments(), item.file().toString(), "", overrides()),
                            build.commit(),
                            build.dirty(),
                            Clock.systemDefaultZone(),
                            (variant, completed, total, done) -> progress.update(() -> place
                                    + item.scenario().name() + ": " + throughput.text(variant, completed, total, done)),
                            cancellation,
                            variant -> ScenarioReplication.UNWATCHED));
            return outcome.traces().isEmpty()
                    ? null
                    : new Member(outcome, directory.finish(outcome, item.file().toString()));
        } finally {
            directory.discard();
        }
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private String replayCommand() {
        return RunCommandLine.ofSuite(file.toString(), overrides());
    }
}
