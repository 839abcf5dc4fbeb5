package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The examples of {@code docs/language.md}: its fenced blocks that name a language. */
public final class SpecificationExamples {
    private static final Path SPECIFICATION = Path.of("docs", "language.md");
    private static final Pattern BLOCK = Pattern.compile("^```(\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private SpecificationExamples() {}

    /**
     * A fenced block.
     *
     * @param language as it names itself: {@code omt} or {@code omt-fault}
     * @param line where it begins in the specification
     */
    public record Example(String language, int line, String text) {
        List<Diagnostic> diagnostics() {
            return Parser.parse(Source.of("language.md-" + line + ".omt", text)).diagnostics();
        }

        @Override
        public String toString() {
            return "line " + line;
        }
    }

    /** All of them, in order. */
    public static List<Example> all() throws IOException {
        String specification = text();
        return BLOCK.matcher(specification)
                .results()
                .map(block -> new Example(
                        block.group(1),
                        (int) specification.substring(0, block.start()).lines().count() + 1,
                        block.group(2)))
                .toList();
    }

    /** The whole specification. */
    static String text() throws IOException {
        return Files.readString(SPECIFICATION);
    }
}
