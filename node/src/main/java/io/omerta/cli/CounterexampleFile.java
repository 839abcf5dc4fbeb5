package io.omerta.cli;

import io.omerta.protocol.explore.Counterexample;
import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A counterexample in a file: first the command line that found it, an {@code argument} in each line, then each {@code
 * move}. Lines that begin with {@code #} are for people.
 *
 * @param arguments of {@code omerta check}
 */
record CounterexampleFile(List<String> arguments, List<String> moves) {
    static final String NAME = "counterexample.txt";
    static final String CHART_NAME = "counterexample.mmd";

    private static final String ARGUMENT = "argument ";
    private static final String MOVE = "move ";

    CounterexampleFile {
        arguments = List.copyOf(arguments);
        moves = List.copyOf(moves);
    }

    /** @throws InvalidInputException if the file cannot be read or is something else */
    static CounterexampleFile read(Path file) {
        List<String> arguments = new ArrayList<>();
        List<String> moves = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (line.startsWith(ARGUMENT)) {
                    arguments.add(line.substring(ARGUMENT.length()));
                } else if (line.startsWith(MOVE)) {
                    moves.add(line.substring(MOVE.length()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    throw new InvalidInputException(file + ":" + number
                            + ":1: error: a line begins with \"argument\", \"move\" or #; is this a " + NAME
                            + " that \"omerta check\" wrote?");
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException(file + ": error: cannot be read: " + e.getMessage(), e);
        }
        if (arguments.isEmpty() || moves.isEmpty()) {
            throw new InvalidInputException(file + ": error: there is no counterexample in it; give a " + NAME
                    + " that \"omerta check\" wrote");
        }
        return new CounterexampleFile(arguments, moves);
    }

    /** Writes it, and its chart beside it. The file. */
    static Path write(Path directory, List<String> arguments, Counterexample counterexample) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + counterexample.violation().property() + ": "
                + counterexample.violation().detail());
        arguments.forEach(argument -> lines.add(ARGUMENT + argument));
        counterexample.moves().forEach(move -> lines.add(MOVE + move));
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(NAME);
            Files.writeString(file, String.join("\n", lines) + "\n");
            Files.writeString(directory.resolve(CHART_NAME), counterexample.chart());
            return file;
        } catch (IOException e) {
            throw new InvalidInputException(directory + ": error: cannot be written: " + e.getMessage(), e);
        }
    }
}
