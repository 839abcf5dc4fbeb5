package io.omerta.cli;

import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.scenarios.model.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes protocol files in their canonical layout. */
@Command(
        name = "fmt",
        description = "Bring protocol files into the canonical layout; ends with 1 if one of them cannot be parsed.",
        sortOptions = false)
final class OmtFormatCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OmtArguments arguments = new OmtArguments();

    @ArgGroup
    private Mode mode = new Mode();

    OmtFormatCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private static final class Mode {
        @Option(
                names = "--check",
                description = "Change nothing; name the files that would change, and end with 1 if there are any.")
        private boolean check;

        @Option(names = "--stdout", description = "Change nothing; print the one file in the canonical layout.")
        private boolean stdout;
    }

    @Override
    public Integer call() {
        OmtFiles files = new OmtFiles(Path.of(""));
        List<OmtFiles.Chosen> chosen = files.choose(arguments.paths());
        if (mode.stdout && chosen.size() > 1) {
            throw new InvalidInputException(
                    "--stdout prints one file, but " + chosen.size() + " are given; give one, or use --check");
        }
        chosen.forEach(file -> files.source(file.path())); // all of them, before one is changed
        boolean good = true;
        for (OmtFiles.Chosen file : chosen) {
            good &= format(files, file.path());
        }
        return good ? CliExit.HELD.code() : CliExit.VIOLATED.code();
    }

    /** Whether all is well with the file: it can be parsed, and need not change if it must not. */
    private boolean format(OmtFiles files, Path file) {
        ParsedFile parsed = Parser.parse(files.source(file));
        if (!parsed.isWhole()) {
            terminal.err().stream()
                    .print(DiagnosticText.render(
                            parsed.diagnostics(), terminal.err().colour()));
            return false;
        }
        String formatted = Formatter.format(parsed);
        boolean same = formatted.equals(files.source(file).text());
        if (mode.stdout) {
            terminal.out().stream().print(formatted);
            return true;
        }
        if (same) {
            return true;
        }
        if (mode.check) {
            terminal.out().println(files.name(file) + ": not in the canonical layout");
            return false;
        }
        files.write(file, formatted);
        terminal.out().println(files.name(file) + ": formatted");
        return true;
    }
}
