package io.omerta.cli;

import io.omerta.cli.diagram.MessageChartSvg;
import io.omerta.cli.diagram.StateDiagramSvg;
import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.document.Documentation;
import io.omerta.protocol.language.document.MessageChart;
import io.omerta.protocol.language.document.StateDiagram;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the documentation of protocol files. */
@Command(
        name = "doc",
        description = "Write a page about each protocol file, with pictures of its machines and messages;"
                + " ends with 1, and writes nothing, if one of the files has an error.",
        sortOptions = false)
final class OmtDocCommand implements Callable<Integer> {
    /** The file of a transaction, which its directory has the name of. */
    private static final String TRANSACTION = "transaction";

    private final Terminal terminal;

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

    OmtDocCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is to be written: content by the name of the file, and the protocol file that it is about. */
    private record Output(String content, String about) {}

    @Override
    public Integer call() {
        OmtFiles files = new OmtFiles(Path.of(""));
        List<OmtFiles.Chosen> chosen = files.choose(arguments);
        Map<Path, CheckedProtocol> checked = new LinkedHashMap<>();
        chosen.forEach(
                file -> checked.put(file.path(), Checker.check(files.source(file.path()), root.imports(files, file))));
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
        Map<String, Output> outputs = new LinkedHashMap<>();
        checked.forEach((path, protocol) -> document(outputs, files.name(path), name(path), protocol));
        outputs.forEach(this::write);
        return CliExit.HELD.code();
    }

    private static void document(Map<String, Output> outputs, String about, String name, CheckedProtocol protocol) {
        Documentation documentation = Documentation.of(protocol);
        add(outputs, name + ".md", new Output(documentation.markdown(name), about));
        for (StateDiagram diagram : documentation.stateDiagrams()) {
            add(
                    outputs,
                    Documentation.stateDiagramFile(name, diagram.actor()),
                    new Output(StateDiagramSvg.draw(diagram), about));
        }
        MessageChart chart = documentation.messageChart();
        if (!chart.steps().isEmpty()) {
            add(outputs, Documentation.messageChartFile(name), new Output(MessageChartSvg.draw(chart), about));
        }
    }

    /** File systems differ in whether capitals make another name; none may lose a file here. */
    private static void add(Map<String, Output> outputs, String file, Output output) {
        for (Map.Entry<String, Output> other : outputs.entrySet()) {
            if (other.getKey().toLowerCase(Locale.ROOT).equals(file.toLowerCase(Locale.ROOT))) {
                throw new InvalidInputException("both " + other.getValue().about() + " and " + output.about()
                        + " would be documented in " + file + "; give each a name or an --out of its own");
            }
        }
        outputs.put(file, output);
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(OmtFiles.EXTENSION)
                ? name.substring(0, name.length() - OmtFiles.EXTENSION.length())
                : name;
        Path directory = file.resolveSibling("").getFileName();
        return stem.equals(TRANSACTION) && directory != null ? directory.toString() : stem;
    }

    private void write(String file, Output output) {
        Path path = out.resolve(file);
        try {
            Files.createDirectories(out);
            Files.writeString(path, output.content());
        } catch (IOException e) {
            throw new InvalidInputException(
                    path + ": error: cannot be written: " + e + "; give --out a directory that can be written to", e);
        }
        terminal.out().println("wrote " + path);
    }
}
