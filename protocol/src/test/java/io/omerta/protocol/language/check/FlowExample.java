package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import java.util.List;

/**
 * Small protocol files for tests of the rules. In the examples, the span of the finding stands between {@code «} and
 * {@code »}; other codes than the one that is tested may be found too.
 */
final class FlowExample {
    private FlowExample() {}

    /** All findings in a file that must parse. */
    static List<Diagnostic> findings(String text) {
        ParsedFile parsed = Parser.parse(Source.of("x.omt", text));
        assertEquals(List.of(), parsed.diagnostics(), text);
        return FlowRules.check(new Unit(parsed.file(), parsed.file().declarations()));
    }

    /** The findings of one code. */
    static List<Diagnostic> findings(Code code, String text) {
        return findings(text).stream().filter(finding -> finding.code() == code).toList();
    }

    /** The texts that the findings of one code point at, in the order of the rules. */
    static List<String> places(Code code, String text) {
        return findings(code, text).stream()
                .map(finding -> finding.span().text())
                .toList();
    }

    /** Checks that a code is found once, where the example says, with a message. */
    static Diagnostic assertFound(Code code, String example, String message) {
        List<Diagnostic> findings = findings(code, example.replace("«", "").replace("»", ""));
        assertEquals(1, findings.size(), () -> example + " gives " + findings);
        Diagnostic finding = findings.get(0);
        assertEquals(message, finding.message());
        assertEquals(example.indexOf('«'), finding.span().start(), "start");
        assertEquals(example.indexOf('»') - 1, finding.span().end(), "end");
        return finding;
    }

    /** Checks that a code is not found. */
    static void assertNone(Code code, String example) {
        assertEquals(List.of(), findings(code, example), example);
    }
}
