package io.omerta.cli;

import io.omerta.scenarios.load.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of scenario files, for completion and checking in editors.",
        sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--preset", description = "Print the schema of preset files instead.")
    private boolean preset;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println((preset ? Schema.presetJsonSchema() : Schema.jsonSchema()).stripTrailing());
        return CliExit.HELD.code();
    }
}
