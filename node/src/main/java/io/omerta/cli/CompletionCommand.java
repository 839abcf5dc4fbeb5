package io.omerta.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the shell's completion script, made from the commands themselves. */
@Command(name = "completion", description = "Print a completion script for bash and zsh: source <(omerta completion)")
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        terminal.out().stream().print(AutoComplete.bash(program.getCommandName(), program));
        return CliExit.HELD.code();
    }
}
