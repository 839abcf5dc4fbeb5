package io.omerta.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the language server that editors start. */
@Command(
        name = "serve",
        description = "Serve an editor: the Language Server Protocol on standard input and output.",
        sortOptions = false)
final class OmtServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    OmtServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        boolean orderly = new LanguageServer(System.in, terminal.out().stream()).run();
        return orderly ? CliExit.HELD.code() : CliExit.VIOLATED.code();
    }
}
