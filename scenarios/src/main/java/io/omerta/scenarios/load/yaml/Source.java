package io.omerta.scenarios.load.yaml;

import java.util.List;

/** A text that a user wrote: a file, or an argument of the command line. Each is equal only to itself. */
public final class Source {
    private final String name;
    private final List<String> lines;
    private final boolean argument;

    private Source(String name, List<String> lines, boolean argument) {
        this.name = name;
        this.lines = List.copyOf(lines);
        this.argument = argument;
    }

    /** A file's text; messages call it by its name. */
    public static Source file(String name, String text) {
        return new Source(name, text.lines().toList(), false);
    }

    /** An argument of the command line: of --set, or of an option that stands for one. */
    public static Source argument(String text) {
        return new Source("command line", List.of(text.replace('\n', ' ').replace('\r', ' ')), true);
    }

    /** How messages call it. */
    public String name() {
        return name;
    }

    /** Whether it is an argument, which has no line numbers worth showing. */
    boolean isArgument() {
        return argument;
    }

    /** The line with this number, from 1; empty if there is none. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
