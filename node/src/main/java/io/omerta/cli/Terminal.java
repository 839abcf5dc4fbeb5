package io.omerta.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the program writes: results to {@code out}, everything else to {@code err}.
 *
 * <p>The Java platform cannot tell a terminal from a file for each stream, so the launcher asks the system and passes
 * the answer on ({@code omerta.stdout.terminal}, {@code omerta.stderr.terminal}, {@code omerta.columns}). Without the
 * launcher both streams count as files.
 *
 * @param widthColumns width of the terminal, at least 20; 80 where it is not known
 */
public record Terminal(Channel out, Channel err, int widthColumns) {
    private static final int DEFAULT_WIDTH_COLUMNS = 80;
    private static final int MIN_WIDTH_COLUMNS = 20;

    /**
     * One stream.
     *
     * @param stream UTF-8 text
     * @param interactive whether a person watches it, so that a line may be overwritten
     * @param colour whether to style it; never so under NO_COLOR (no-color.org)
     */
    public record Channel(PrintStream stream, boolean interactive, boolean colour) {
        public void println(String line) {
            stream.println(line);
        }

        /** Whether picocli's markup, such as {@code @|red text|@}, becomes colour or plain text on this channel. */
        Ansi ansi() {
            return colour ? Ansi.ON : Ansi.OFF;
        }
    }

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        return of(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getProperties(),
                System.getenv());
    }

    static Terminal of(PrintStream out, PrintStream err, Properties properties, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean outInteractive = !dumb && isTrue(properties, "omerta.stdout.terminal");
        boolean errInteractive = !dumb && isTrue(properties, "omerta.stderr.terminal");
        return new Terminal(
                new Channel(out, outInteractive, outInteractive && !plain),
                new Channel(err, errInteractive, errInteractive && !plain),
                widthColumns(properties.getProperty("omerta.columns", "")));
    }

    private static boolean isTrue(Properties properties, String key) {
        return properties.getProperty(key, "").equals("true");
    }

    private static int widthColumns(String text) {
        boolean number = text.matches("[1-9][0-9]{0,4}");
        return number ? Math.max(MIN_WIDTH_COLUMNS, Integer.parseInt(text)) : DEFAULT_WIDTH_COLUMNS;
    }
}
