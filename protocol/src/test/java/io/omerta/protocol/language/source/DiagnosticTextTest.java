package io.omerta.protocol.language.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    @Test
    void caretsStandUnderTheSpan() {
        Source source = Source.of("x.omt", "enum E (\n\tA , B\n)");
        Diagnostic diagnostic = Diagnostic.of(Code.S01, source.span(12, 13), "no comma");
        assertEquals(
                """
                x.omt:2:4: error OMT-S01: no comma
                  2 | \tA , B
                    | \t  ^
                """,
                DiagnosticText.render(diagnostic));
    }

    @Test
    void relatedPlacesAndFixesFollow() {
        Source source = Source.of("x.omt", "a (b");
        Diagnostic diagnostic = Diagnostic.of(Code.S01, source.span(4, 4), "`)` is expected")
                .withRelated(source.span(2, 3), "`(` is opened here")
                .withFix(Fix.replace("write `)`", source.span(4, 4), ")"));
        assertEquals(
                """
                x.omt:1:5: error OMT-S01: `)` is expected
                  1 | a (b
                    |     ^
                x.omt:1:3: note: `(` is opened here
                  1 | a (b
                    |   ^
                  fix: write `)`
                """,
                DiagnosticText.render(diagnostic));
    }

    @Test
    void aSpanOfManyLinesIsUnderlinedToTheEndOfItsFirst() {
        Source source = Source.of("x.omt", "ab cd\nef");
        assertEquals(
                """
                x.omt:1:4: error OMT-S08: m
                  1 | ab cd
                    |    ^^
                """,
                DiagnosticText.render(Diagnostic.of(Code.S08, source.span(3, 8), "m")));
    }

    @Test
    void longLinesAreCutAroundTheSpan() {
        Source source = Source.of("x.omt", "a".repeat(500) + "!" + "b".repeat(500));
        String excerpt = DiagnosticText.render(Diagnostic.of(Code.S01, source.span(500, 501), "m"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertEquals("  1 | ..." + "a".repeat(60) + "!" + "b".repeat(59) + "...", excerpt);
    }

    @Test
    void controlCharactersAreShownAsReplacements() {
        Source source = Source.of("x.omt", "a\0b");
        assertEquals(
                """
                x.omt:1:2: error OMT-S01: m
                  1 | a\uFFFDb
                    |  ^
                """,
                DiagnosticText.render(Diagnostic.of(Code.S01, source.span(1, 2), "m")));
    }

    @Test
    void nothingFromTheFileControlsTheTerminal() {
        Source source = Source.of("\u001b[2Jx.omt", "\u001b[31m");
        Diagnostic diagnostic = Diagnostic.of(Code.S01, source.span(0, 1), "found `\u001b[31m`")
                .withFix(Fix.replace("write `\u0007`", source.span(0, 1), "\u0007"));

        assertEquals(
                """
                \uFFFD[2Jx.omt:1:1: error OMT-S01: found `\uFFFD[31m`
                  1 | \uFFFD[31m
                    | ^
                  fix: write `\uFFFD`
                """,
                DiagnosticText.render(diagnostic));
    }
}
