package io.omerta.cli;

import io.omerta.scenarios.run.ReplicationRecord;
import io.omerta.scenarios.run.RunComparison;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds the first event in which two runs differ. */
@Command(
        name = "diff",
        description = "Find the first event in which two runs differ; ends with 1 if they do.",
        sortOptions = false)
final class DiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "RUN", description = "Directory of a run.")
    private Path one = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", description = "Directory of another run.")
    private Path two = Path.of("");

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RecordedRun first = RecordedRun.open(one);
        RecordedRun second = RecordedRun.open(two);
        RunComparison.Divergence divergence = RunComparison.compare(first.side(), second.side());
        if (divergence != null) {
            new DivergenceText(terminal).print(one.toString(), two.toString(), divergence);
            return CliExit.VIOLATED.code();
        }
        List<ReplicationRecord> mine = first.recorded().traces();
        List<ReplicationRecord> theirs = second.recorded().traces();
        long common = mine.stream().filter(trace -> hasTwin(trace, theirs)).count();
        if (common == 0) {
            terminal.out().println("nothing to compare: no replication of one run is in the other");
            return CliExit.INCONCLUSIVE.code();
        }
        terminal.out()
                .println("identical in " + common + " replications"
                        + (mine.size() == theirs.size() && common == mine.size()
                                ? ""
                                : "; " + one + " has " + mine.size() + ", " + two + " has " + theirs.size()));
        return CliExit.HELD.code();
    }

    private static boolean hasTwin(ReplicationRecord trace, List<ReplicationRecord> others) {
        return others.stream()
                .anyMatch(other -> other.variant().equals(trace.variant())
                        && other.trace().index() == trace.trace().index());
    }
}
