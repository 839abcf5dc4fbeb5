package io.omerta.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** The commands about protocol files. */
@Command(
        name = "omt",
        description = "Check, format, document and translate protocol files (.omt).",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands, in the order of use:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false)
final class OmtCommand implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    private CommandSpec spec;

    private OmtCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The group with its commands, in the order of use. A new command is added here and nowhere else. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new OmtCommand(terminal))
                .addSubcommand(new OmtLintCommand(terminal))
                .addSubcommand(new OmtFormatCommand(terminal))
                .addSubcommand(new OmtDocCommand(terminal))
                .addSubcommand(new OmtGenerateCommand(terminal))
                .addSubcommand(new OmtServeCommand(terminal));
    }

    /** Reached without a command. */
    @Override
    public Integer call() {
        spec.commandLine()
                .usage(
                        terminal.err().stream(),
                        Help.defaultColorScheme(terminal.err().ansi()));
        return CliExit.INVALID_INPUT.code();
    }
}
