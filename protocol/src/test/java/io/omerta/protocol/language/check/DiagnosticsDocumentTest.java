package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of {@code docs/diagnostics.md} are what they say they are. */
class DiagnosticsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "diagnostics.md");

    private static final Pattern ENTRY = Pattern.compile(
            """
            ^### (\\w+) ([^\\n]+)

            [^#]+?
            ```omt-fault
            # OMT-(\\w+)
            (.*?)^```

            ```omt
            (.*?)^```$""",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** An entry: its heading, the code that its example names, and its two examples. */
    private record Entry(String code, String title, String named, String faulty, String right) {
        Entry(MatchResult match) {
            this(match.group(1), match.group(2), match.group(3), match.group(4), match.group(5));
        }

        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Entry> entries() throws IOException {
        return ENTRY.matcher(Files.readString(DOCUMENT)).results().map(Entry::new);
    }

    @Test
    void everyCodeHasAnEntryWithItsTitleInOrder() throws IOException {
        assertEquals(
                Arrays.stream(Code.values())
                        .map(code -> code + " " + code.title())
                        .toList(),
                entries().map(entry -> entry.code() + " " + entry.title()).toList());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theFaultyExampleHasTheCodeAndNoOther(Entry entry) {
        assertEquals(entry.code(), entry.named());
        List<Diagnostic> diagnostics = diagnostics(entry.faulty());
        assertEquals(
                Set.of(Code.valueOf(entry.code())),
                diagnostics.stream().map(Diagnostic::code).collect(Collectors.toSet()),
                () -> DiagnosticText.render(diagnostics));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theRightExampleHasNoDiagnosticAtAll(Entry entry) {
        assertEquals("", DiagnosticText.render(diagnostics(entry.right())));
    }

    private static List<Diagnostic> diagnostics(String text) {
        return Checker.check(Source.of("example.omt", text), ImportSource.none())
                .diagnostics();
    }
}
