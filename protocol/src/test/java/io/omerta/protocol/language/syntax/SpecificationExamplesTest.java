package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the specification are what it says they are. */
class SpecificationExamplesTest {
    private static final Path SPECIFICATION = Path.of("docs", "language.md");
    private static final Pattern BLOCK = Pattern.compile("^```(\\S*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("# OMT-(S\\d\\d)");

    /**
     * A fenced block.
     *
     * @param line where it begins in the specification
     */
    record Example(int line, String text) {
        List<Diagnostic> diagnostics() {
            return Parser.parse(Source.of("language.md-" + line + ".omt", text)).diagnostics();
        }

        @Override
        public String toString() {
            return "line " + line;
        }
    }

    static Stream<Example> files() throws IOException {
        return blocks("omt");
    }

    static Stream<Example> faults() throws IOException {
        return blocks("omt-fault");
    }

    @ParameterizedTest
    @MethodSource("files")
    void anExampleParsesWithoutFault(Example example) {
        assertEquals("", DiagnosticText.render(example.diagnostics()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyExampleHasTheFaultThatItsFirstLineNames(Example example) {
        assertEquals(Set.of(named(example)), codes(example));
    }

    @Test
    void everyExampleStandsInABlockOfAKnownLanguage() throws IOException {
        Set<String> languages = Pattern.compile("^```(\\S+)$", Pattern.MULTILINE)
                .matcher(specification())
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.toSet());
        assertEquals(Set.of("omt", "omt-fault"), languages);
    }

    @Test
    void everySyntaxCodeIsExplained() throws IOException {
        String specification = specification();
        for (Code code : Code.values()) {
            if (code.name().startsWith("S")) {
                assertTrue(specification.contains("\n| " + code + " |"), code::label);
            }
        }
    }

    @Test
    void everyReservedWordIsListed() throws IOException {
        String specification = specification();
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isReservedWord()) {
                assertTrue(specification.contains("`" + kind.text() + "`"), kind::text);
            }
        }
    }

    @Test
    void everyCodeButTheOneOfLimitsIsShown() throws IOException {
        Set<Code> shown = EnumSet.noneOf(Code.class);
        faults().forEach(example -> shown.add(named(example)));
        assertEquals(EnumSet.range(Code.S01, Code.S10), shown);
    }

    private static Code named(Example example) {
        String first = example.text().lines().findFirst().orElseThrow();
        var matcher = CODE.matcher(first);
        assertTrue(matcher.matches(), () -> example + " does not begin with a code but with " + first);
        return Code.valueOf(matcher.group(1));
    }

    private static Set<Code> codes(Example example) {
        List<Diagnostic> diagnostics = example.diagnostics();
        assertFalse(diagnostics.isEmpty(), "no fault");
        return diagnostics.stream().map(Diagnostic::code).collect(Collectors.toSet());
    }

    private static Stream<Example> blocks(String language) throws IOException {
        String specification = specification();
        return BLOCK.matcher(specification)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> new Example(line(specification, block), block.group(2)));
    }

    private static int line(String specification, MatchResult block) {
        return (int) specification.substring(0, block.start()).lines().count() + 1;
    }

    private static String specification() throws IOException {
        return Files.readString(SPECIFICATION);
    }
}
