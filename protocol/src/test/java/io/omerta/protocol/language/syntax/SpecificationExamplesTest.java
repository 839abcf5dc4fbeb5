package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.syntax.SpecificationExamples.Example;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the specification are what it says they are. */
class SpecificationExamplesTest {
    private static final Pattern CODE = Pattern.compile("# OMT-(S\\d\\d)");

    static Stream<Example> files() throws IOException {
        return examples("omt");
    }

    static Stream<Example> faults() throws IOException {
        return examples("omt-fault");
    }

    @ParameterizedTest
    @MethodSource("files")
    void anExampleParsesWithoutFault(Example example) {
        assertEquals("", DiagnosticText.render(example.diagnostics()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyExampleHasTheFaultThatItsFirstLineNames(Example example) {
        Set<Code> codes = example.diagnostics().stream().map(Diagnostic::code).collect(Collectors.toSet());
        assertEquals(Set.of(named(example)), codes);
    }

    @Test
    void everyExampleIsSaidToBeRightOrFaulty() throws IOException {
        Set<String> languages =
                SpecificationExamples.all().stream().map(Example::language).collect(Collectors.toSet());
        assertEquals(Set.of("omt", "omt-fault"), languages);
    }

    @Test
    void everyCodeButTheOneOfLimitsIsShown() throws IOException {
        Set<Code> shown = faults().map(SpecificationExamplesTest::named).collect(Collectors.toSet());
        assertEquals(EnumSet.range(Code.S01, Code.S10), shown);
    }

    @Test
    void everySyntaxCodeIsExplained() throws IOException {
        String specification = SpecificationExamples.text();
        for (Code code : EnumSet.range(Code.S01, Code.S11)) {
            assertTrue(specification.contains("\n| " + code + " |"), code::label);
        }
    }

    @Test
    void everyReservedWordIsListed() throws IOException {
        String specification = SpecificationExamples.text();
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isReservedWord()) {
                assertTrue(specification.contains("`" + kind.text() + "`"), kind::text);
            }
        }
    }

    private static Stream<Example> examples(String language) throws IOException {
        return SpecificationExamples.all().stream()
                .filter(example -> example.language().equals(language));
    }

    private static Code named(Example example) {
        String first = example.text().lines().findFirst().orElseThrow();
        Matcher code = CODE.matcher(first);
        assertTrue(code.matches(), () -> example + " does not begin with a code but with " + first);
        return Code.valueOf(code.group(1));
    }
}
