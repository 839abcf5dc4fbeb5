package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A case of the conformance suite: {@code name.omt} and {@code name.txt} in the resources of this package.
 *
 * @param transcript inputs and what is expected of them, see {@link Script}
 */
record Case(String name, Source protocol, List<String> transcript) {
    /** Rules that every conforming implementation follows, one on each line: an identifier, then a few words. */
    static final String RULES = "rules.txt";

    private static final String EXTENSION = ".omt";

    /** All cases, by name. */
    static List<Case> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(Case::read)
                    .toList();
        } catch (IOException cannotList) {
            throw new UncheckedIOException(cannotList);
        }
    }

    static List<String> lines(String file) {
        return lines(folder().resolve(file));
    }

    /** Another transaction, by its id. */
    static Source transaction(String id) {
        String file = "transactions/" + id + EXTENSION;
        return Source.of(file, String.join("\n", lines(file)));
    }

    private static Case read(Path file) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.substring(0, fileName.length() - EXTENSION.length());
        return new Case(
                name, Source.of(fileName, String.join("\n", lines(file))), lines(file.resolveSibling(name + ".txt")));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Case.class.getResource(RULES)).toURI())
                    .resolveSibling("");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
