package io.omerta.cli;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.generate.JavaRecords;
import io.omerta.protocol.language.generate.JavaSource;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.scenarios.model.InvalidInputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes Java for what protocol files declare. */
@Command(
        name = "generate",
        description = "Write a Java class for each protocol file, with a record for each message, block and struct and"
                + " an enum for each enum; ends with 1, and writes nothing, if one of the files has an error.",
        sortOptions = false)
final class OmtGenerateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OmtArguments arguments = new OmtArguments();

    @Option(names = "--package", paramLabel = "NAME", required = true, description = "Package of the classes.")
    private String packageName = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Root of the source tree to write to, which is made if there is none.")
    private Path out = Path.of("");

    @Mixin
    private OmtRoot root = new OmtRoot();

    OmtGenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!JavaRecords.isPackageName(packageName)) {
            throw new InvalidInputException("\"" + packageName + "\" cannot be the name of a Java package;"
                    + " give --package names divided by dots, such as org.example.messages");
        }
        OmtFiles files = new OmtFiles(Path.of(""));
        OmtCheckedFiles checked = new OmtCheckedFiles(files, files.choose(arguments.paths()), root);
        if (!checked.areGood(terminal)) {
            return CliExit.VIOLATED.code();
        }
        OmtOutputs outputs = new OmtOutputs();
        checked.protocols().forEach((path, protocol) -> generate(outputs, files.name(path), path, protocol));
        outputs.write(out, terminal);
        return CliExit.HELD.code();
    }

    private void generate(OmtOutputs outputs, String about, Path path, CheckedProtocol protocol) {
        ProtocolModel model = protocol.requireModel();
        if (!JavaRecords.hasRecords(model)) {
            terminal.err().println(about + ": no message, block, struct or enum, so there is no class for it");
            return;
        }
        try {
            JavaSource source = JavaRecords.generate(model, packageName, OmtCheckedFiles.name(path));
            outputs.add(source.path(), source.text(), about);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(about + ": error: " + e.getMessage(), e);
        }
    }
}
