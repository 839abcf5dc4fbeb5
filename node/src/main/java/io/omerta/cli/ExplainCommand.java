package io.omerta.cli;

import io.omerta.scenarios.load.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a key of scenario files. */
@Command(
        name = "explain",
        description = "Explain a key of scenario files: what it means, its type, unit, default and allowed values.",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KEY",
            description = "Dotted key, such as network.overlay; without one, the keys at the top.")
    private String key = "";

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println(Schema.explain(key).stripTrailing());
        return CliExit.HELD.code();
    }
}
