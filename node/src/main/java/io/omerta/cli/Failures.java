package io.omerta.cli;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.run.FailedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user is told when a command fails: a message, never a stack trace. Each method returns the exit code. */
final class Failures {
    /** As compilers put it, so that editors find the place. */
    private static final Pattern LOCATED = Pattern.compile("\\A[^\\n]*: error: ");

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command line cannot be parsed. */
    int usage(ParameterException failure, String[] arguments) {
        if (failure.getCause() instanceof InvalidInputException invalid) {
            return invalidInput(invalid);
        }
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        print(reason(failure) + "; try \"" + command + " --help\"");
        return CliExit.INVALID_INPUT.code();
    }

    /** A command ended with an exception or an error. */
    int execution(Throwable failure, String[] arguments) {
        return failure instanceof InvalidInputException invalid ? invalidInput(invalid) : internal(failure, arguments);
    }

    /** The message of such an exception is complete; one that begins with a place says "error" after it. */
    private int invalidInput(InvalidInputException failure) {
        String message = String.valueOf(failure.getMessage());
        if (LOCATED.matcher(message).find()) {
            terminal.err().println(message);
        } else {
            print(message);
        }
        return CliExit.INVALID_INPUT.code();
    }

    /** A defect of the program, or a machine too small for the run. */
    private int internal(Throwable failure, String[] arguments) {
        String remedy = failure instanceof OutOfMemoryError
                ? "; the heap is limited to " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB, set OMERTA_JAVA_OPTS=-Xmx... for more"
                : "";
        try {
            Path file = Files.createTempFile("omerta-error-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                writer.println("arguments: " + String.join(" ", arguments));
                writer.println("program: " + BuildInfo.ofProcess());
                writer.println("java: " + System.getProperty("java.vm.version"));
                failure.printStackTrace(writer);
            }
            print(
                    failure instanceof FailedRun
                            ? failure.getMessage() + "\nthe stack trace is in " + file
                            : "internal error: " + failure + remedy + "; the stack trace is in " + file);
        } catch (IOException | RuntimeException unwritable) {
            print("internal error: " + failure + remedy + "; the stack trace cannot be written to a file: "
                    + unwritable);
            failure.printStackTrace(terminal.err().stream());
        }
        return CliExit.INTERNAL_ERROR.code();
    }

    private void print(String message) {
        terminal.err().println(terminal.err().ansi().string("@|bold,red error:|@ ") + message);
    }

    private static String reason(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            String message = String.valueOf(failure.getMessage());
            String line = message.lines().findFirst().orElse(message).replaceFirst("^Error: ", "");
            return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
        }
        String argument = unmatched.getUnmatched().get(0);
        CommandLine command = unmatched.getCommandLine();
        boolean expectsCommand = !command.getSubcommands().isEmpty();
        String what = unmatched.isUnknownOption()
                ? "unknown option"
                : expectsCommand ? "unknown command" : "unexpected argument";
        List<String> nearest = unmatched.getSuggestions();
        return what + " '" + argument + "'" + (nearest.isEmpty() ? "" : ", nearest match '" + nearest.get(0) + "'");
    }
}
