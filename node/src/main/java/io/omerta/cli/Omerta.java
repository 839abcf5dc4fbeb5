package io.omerta.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code omerta} program: parses the command line, runs one command and turns what happens into an exit code. */
@Command(
        name = "omerta",
        description = "Deterministic simulation of a peer-to-peer compute mesh.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands, in the order of use:%n",
        exitCodeListHeading = "%nExit codes:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false)
public final class Omerta implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show version, commit and Java runtime, and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    private Omerta(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command line and ends the process with one of the codes in {@link CliExit}. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        System.setOut(System.err); // standard output belongs to results; DSOL's loggers, for one, write to it
        System.exit(run(terminal, arguments));
    }

    /** Runs the command line; never throws. Returns the exit code. */
    static int run(Terminal terminal, String... arguments) {
        return run(terminal, commandLine(terminal), arguments);
    }

    static int run(Terminal terminal, CommandLine commandLine, String... arguments) {
        Failures failures = new Failures(terminal);
        commandLine.setParameterExceptionHandler(failures::usage);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failures.execution(failure, arguments));
        try {
            return commandLine.execute(arguments);
        } catch (Throwable error) { // picocli passes on exceptions only, not errors
            return failures.execution(error, arguments);
        }
    }

    /** The commands, in the order of use. A new command is added here and nowhere else. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine commandLine = new CommandLine(new Omerta(terminal))
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new SuiteCommand(terminal))
                .addSubcommand(new SweepCommand(terminal))
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new ValidateCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new SchemaCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new DiffCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(OmtCommand.commandLine(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal));
        commandLine
                .setOut(new PrintWriter(terminal.out().stream(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err().stream(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.out().ansi()))
                .setUsageHelpWidth(Math.min(120, terminal.widthColumns()))
                .setCaseInsensitiveEnumValuesAllowed(true);
        CommandSpec spec = commandLine.getCommandSpec();
        spec.versionProvider(Omerta::versionLines);
        spec.usageMessage().exitCodeList(CliExit.meanings());
        return commandLine;
    }

    private static String[] versionLines() {
        BuildInfo build = BuildInfo.ofProcess();
        return new String[] {
            "omerta " + build.version(),
            "commit " + build.shortCommit(),
            "Java " + System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
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
