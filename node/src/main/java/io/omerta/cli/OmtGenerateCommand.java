package io.omerta.cli;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.generate.JavaRecords;
import io.omerta.protocol.language.generate.JavaSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes Java records for what protocol files declare. */
@Command(
        name = "generate",
        description = "Write Java records for the messages, blocks, structs and enums of each protocol file;"
                + " ends with 1, and writes nothing, if one of the files has an error.",
        sortOptions = false)
final class OmtGenerateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            required = true,
            description = "The package of the records, such as org.example.messages.")
    private String packageName = "";

    @Mixin
    private OmtGeneration generation = new OmtGeneration();

    OmtGenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return generation.run(terminal, this::generate);
    }

    private void generate(String name, CheckedProtocol protocol, OmtGeneration.Outputs outputs) {
        JavaSource source = JavaRecords.generate(Objects.requireNonNull(protocol.model()), packageName, name);
        outputs.add(source.path(), source.text());
    }
}
