package io.omerta.cli;

import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The files that a command makes from protocol files: gathered first, so that nothing is written if one is refused. */
final class OmtOutputs {
    private final Map<String, Output> outputs = new LinkedHashMap<>();

    private record Output(String content, String about) {}

    /**
     * Adds a file. File systems differ in whether capitals make another name; none may lose a file here.
     *
     * @param file its path below the directory that all are written to
     * @param about the protocol file that it is made from
     * @throws InvalidInputException if another file has the name
     */
    void add(String file, String content, String about) {
        for (Map.Entry<String, Output> other : outputs.entrySet()) {
            if (other.getKey().toLowerCase(Locale.ROOT).equals(file.toLowerCase(Locale.ROOT))) {
                throw new InvalidInputException("both " + other.getValue().about() + " and " + about
                        + " would be written to " + file + "; give each a name or an --out of its own");
            }
        }
        outputs.put(file, new Output(content, about));
    }

    /**
     * Writes all files and tells each.
     *
     * @param out directory, which is made if there is none
     * @throws InvalidInputException if one of them cannot be written
     */
    void write(Path out, Terminal terminal) {
        outputs.forEach((file, output) -> {
            Path path = out.resolve(file);
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, output.content());
            } catch (IOException e) {
                throw new InvalidInputException(
                        path + ": error: cannot be written: " + e + "; give --out a directory that can be written to",
                        e);
            }
            terminal.out().println("wrote " + path);
        });
    }
}
