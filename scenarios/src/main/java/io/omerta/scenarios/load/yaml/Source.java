package io.omerta.scenarios.load.yaml;

import java.util.List;

/**
 * A text that a user wrote: a file, or an argument of the command line.
 *
 * @param name how messages call it
 * @param lines its lines without their ends
 * @param isArgument whether it is an argument, which has no line numbers worth showing
 */
public record Source(String name, List<String> lines, boolean isArgument) {
    public Source {
        lines = List.copyOf(lines);
    }

    /** A file's text. */
    public static Source file(String name, String text) {
        return new Source(name, text.lines().toList(), false);
    }

    /** The argument of a --set option. */
    public static Source argument(String text) {
        return new Source("--set", List.of(text.replace('\n', ' ').replace('\r', ' ')), true);
    }

    /** The line with this number, from 1; empty if there is none. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
