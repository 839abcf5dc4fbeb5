package io.omerta.cli;

import io.omerta.reports.RunReport;
import io.omerta.reports.data.ResultFile;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the report of a recorded run again. */
@Command(
        name = "report",
        description = "Draw the report of a recorded run again, or print its summary.",
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "RUN", description = "Directory of the run, such as out/latest.")
    private Path run = Path.of("");

    @Option(names = "--json", description = "Print JSON for programs to read.")
    private boolean json;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(run.resolve(ResultFile.NAME))) {
            throw new InvalidInputException(
                    run + " is not the directory of a run: it has no " + ResultFile.NAME + "; try out/latest");
        }
        try {
            RunResult result = RunReport.read(run);
            RunReport.write(result, run);
            new RunSummary(terminal).print(result, run, json);
            return CliExit.HELD.code();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
