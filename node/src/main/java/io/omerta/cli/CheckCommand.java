package io.omerta.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.omerta.protocol.explore.Counterexample;
import io.omerta.protocol.explore.Explorer;
import io.omerta.protocol.explore.Progress;
import io.omerta.protocol.explore.Report;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explores every run of a small session of a protocol. */
@Command(
        name = "check",
        description = "Explore every run of a small session of a protocol file; ends with 1 if a property is violated,"
                + " with 2 if not every run was looked at.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CheckOptions options;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Make the moves of a counterexample again, from the file that --out wrote.")
    private @Nullable Path replay;

    @Option(
            names = "--walks",
            paramLabel = "N",
            description = "Random runs to make if the search gives up before it has looked at all.")
    private int walks;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random runs (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Write a counterexample and its sequence chart here.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON for programs to read.")
    private boolean json;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (options.isFileGiven() == (replay != null)) {
            throw new ParameterException(
                    spec.commandLine(), "give either a protocol file or the counterexample to --replay");
        }
        return (replay == null ? check() : replay(replay)).code();
    }

    private CliExit check() throws JsonProcessingException {
        Explorer explorer = explorer(options);
        Watched search = new Watched();
        Report report = search.over(
                progress -> explorer.explore(options.faults(), options.bounds(), options.reduced(), progress));
        if (report.verdict() == Report.Verdict.INCONCLUSIVE && walks > 0 && !search.isInterrupted()) {
            if (!json) {
                print(report, search.seconds());
            }
            RandomStream random = new RandomStreams(seed).stream("check.walk");
            search = new Watched();
            report = search.over(
                    progress -> explorer.walk(options.faults(), walks, options.walkDepth(), random::nextInt, progress));
        }
        print(report, search.seconds());
        Counterexample counterexample = report.counterexample();
        if (counterexample != null && out != null) {
            Path file = CounterexampleFile.write(out, arguments(), counterexample);
            terminal.err().println("replay with: omerta check --replay " + file);
        }
        return search.isInterrupted() && counterexample == null ? CliExit.INTERRUPTED : exit(report.verdict());
    }

    private static CliExit exit(Report.Verdict verdict) {
        return switch (verdict) {
            case HELD -> CliExit.HELD;
            case VIOLATED -> CliExit.VIOLATED;
            case INCONCLUSIVE -> CliExit.INCONCLUSIVE;
        };
    }

    private void print(Report report, double seconds) throws JsonProcessingException {
        if (json) {
            new CheckText(terminal).json(report);
        } else {
            new CheckText(terminal).print(options.file().toString(), report, seconds);
        }
    }

    private static Explorer explorer(CheckOptions options) {
        try {
            return new Explorer(options.setup());
        } catch (IllegalArgumentException unfit) {
            throw new InvalidInputException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    /** The command line without what a replay does not need. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        List<String> all = spec.commandLine().getParseResult().originalArgs();
        for (int i = all.indexOf(spec.name()) + 1; i < all.size(); i++) {
            if (all.get(i).equals("--out")) {
                i++;
            } else if (!all.get(i).equals("--json") && !all.get(i).startsWith("--out=")) {
                arguments.add(all.get(i));
            }
        }
        return arguments;
    }

    private CliExit replay(Path file) {
        CounterexampleFile recorded = CounterexampleFile.read(file);
        CheckOptions before = recordedOptions(file, recorded);
        Counterexample again;
        try {
            again = explorer(before).replay(before.faults(), recorded.moves());
        } catch (IllegalArgumentException impossible) {
            throw new InvalidInputException(file + ": error: " + impossible.getMessage(), impossible);
        }
        if (again == null) {
            terminal.out().println(before.file() + ": after these moves every property holds");
            return CliExit.HELD;
        }
        new CheckText(terminal).print(again);
        return CliExit.VIOLATED;
    }

    private CheckOptions recordedOptions(Path file, CounterexampleFile recorded) {
        CheckCommand command = new CheckCommand(terminal);
        try {
            new CommandLine(command)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(recorded.arguments().toArray(String[]::new));
        } catch (ParameterException unreadable) {
            throw new InvalidInputException(file + ": error: " + unreadable.getMessage(), unreadable);
        }
        if (!command.options.isFileGiven()) {
            throw new InvalidInputException(file + ": error: its arguments name no protocol file");
        }
        return command.options;
    }

    /** Tells how far an exploration has come, ends it when the user wants, and measures how long it takes. */
    private final class Watched {
        private long nanos;
        private boolean interrupted;

        Report over(Function<Progress, Report> exploration) {
            long start = System.nanoTime();
            try (ProgressLine line = new ProgressLine(terminal);
                    Interruption interruption = new Interruption()) {
                return exploration.apply((states, transitions, depth) -> {
                    line.update(() ->
                            String.format(Locale.ROOT, "%,d states, %,d moves, depth %d", states, transitions, depth));
                    interrupted = interruption.token().isCancelled();
                    return !interrupted;
                });
            } finally {
                nanos = System.nanoTime() - start;
            }
        }

        boolean isInterrupted() {
            return interrupted;
        }

        double seconds() {
            return Math.max(1e-3, nanos / 1e9);
        }
    }
}
