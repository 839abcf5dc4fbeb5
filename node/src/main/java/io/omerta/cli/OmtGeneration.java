package io.omerta.cli;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands share that make files from protocol files: all of them are made, or none. */
final class OmtGeneration {
    /** The file of a transaction, which its directory has the name of. */
    private static final String TRANSACTION = "transaction";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Protocol file, or a directory for all .omt files in it and below.")
    private List<Path> arguments = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Write to this directory, which is made if there is none.")
    private Path out = Path.of("");

    @Mixin
    private OmtRoot root = new OmtRoot();

    /** Makes files from one checked protocol file. */
    @FunctionalInterface
    interface Generator {
        /**
         * Adds what is made from one file without errors.
         *
         * @param name of the file without extension; of its directory if it is a {@code transaction.omt}
         */
        void generate(String name, CheckedProtocol protocol, Outputs outputs);
    }

    /** What is to be written: content by the path of the file below the output directory. */
    static final class Outputs {
        private final Map<String, Output> byPath = new LinkedHashMap<>();
        private String about = "";

        private record Output(String content, String about) {}

        /** File systems differ in whether capitals make another name; none may lose a file here. */
        void add(String path, String content) {
            for (Map.Entry<String, Output> other : byPath.entrySet()) {
                if (other.getKey().toLowerCase(Locale.ROOT).equals(path.toLowerCase(Locale.ROOT))) {
                    throw new InvalidInputException("both " + other.getValue().about() + " and " + about
                            + " would be written to " + path + "; give each a name or an --out of its own");
                }
            }
            byPath.put(path, new Output(content, about));
        }
    }

    /** Checks the files, makes what is to be made of them and writes it; the exit code. */
    int run(Terminal terminal, Generator generator) {
        OmtFiles files = new OmtFiles(Path.of(""));
        Map<Path, CheckedProtocol> checked = new LinkedHashMap<>();
        for (OmtFiles.Chosen file : files.choose(arguments)) {
            checked.put(file.path(), Checker.check(files.source(file.path()), root.imports(files, file)));
        }
        List<Diagnostic> errors = checked.values().stream()
                .flatMap(protocol -> protocol.diagnostics().stream())
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .distinct()
                .toList();
        if (!errors.isEmpty()) {
            terminal.err().stream()
                    .print(DiagnosticText.render(errors, terminal.err().colour()));
            terminal.err().println("nothing was written; correct the errors, or see them all with \"omerta omt lint\"");
            return CliExit.VIOLATED.code();
        }
        Outputs outputs = new Outputs();
        checked.forEach((path, protocol) -> {
            outputs.about = files.name(path);
            generate(generator, name(path), protocol, outputs);
        });
        outputs.byPath.forEach((path, output) -> write(terminal, out.resolve(path), output.content()));
        return CliExit.HELD.code();
    }

    /** A generator refuses what it has no form for. */
    private static void generate(Generator generator, String name, CheckedProtocol protocol, Outputs outputs) {
        try {
            generator.generate(name, protocol, outputs);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(outputs.about + ": error: " + e.getMessage(), e);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(OmtFiles.EXTENSION)
                ? name.substring(0, name.length() - OmtFiles.EXTENSION.length())
                : name;
        Path directory = file.resolveSibling("").getFileName();
        return stem.equals(TRANSACTION) && directory != null ? directory.toString() : stem;
    }

    private static void write(Terminal terminal, Path path, String content) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new InvalidInputException(
                    path + ": error: cannot be written: " + e + "; give --out a directory that can be written to", e);
        }
        terminal.out().println("wrote " + path);
    }
}
