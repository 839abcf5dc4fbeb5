package io.omerta.protocol.language.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintReportTest {
    private final Source source = Source.of("x.omt", "a b");
    private final Diagnostic error = Diagnostic.of(Code.E24, source.span(0, 1), "unknown name `a`");
    private final Diagnostic warning = Diagnostic.of(Code.W08, source.span(2, 3), "`b` is not used");

    @Test
    void whatTwoFilesMeetInOneImportIsToldOnce() {
        Diagnostic again = Diagnostic.of(Code.E24, source.span(0, 1), "unknown name `a`");
        LintReport report = new LintReport(List.of(source), List.of(error, warning, again));

        assertEquals(List.of(error, warning), report.diagnostics());
    }

    @Test
    void equalFaultsOfTwoFilesAreBothTold() {
        Source other = Source.of("y.omt", "a b");
        Diagnostic there = Diagnostic.of(Code.E24, other.span(0, 1), "unknown name `a`");
        LintReport report = new LintReport(List.of(source, other), List.of(error, there));

        assertEquals(2, report.count(Severity.ERROR));
    }

    @Test
    void warningsAreNoErrors() {
        assertFalse(new LintReport(List.of(source), List.of(warning)).hasErrors());
        assertTrue(new LintReport(List.of(source), List.of(warning, error)).hasErrors());
    }

    @Test
    void theTextEndsWithTheNumbers() {
        assertEquals("1 file: 1 error, 1 warning", lastLine(List.of(error, warning)));
        assertEquals("1 file: 1 error", lastLine(List.of(error)));
        assertEquals("1 file: 1 warning", lastLine(List.of(warning)));
        assertEquals("1 file: no errors, no warnings", lastLine(List.of()));
    }

    @Test
    void colourIsUsedOnlyIfAskedFor() {
        LintReport report = new LintReport(List.of(source), List.of(error, warning));

        assertFalse(LintText.render(report, false).contains("\u001b"));
        String coloured = LintText.render(report, true);
        assertTrue(coloured.contains("x.omt:1:1: \u001b[1;31merror OMT-E24\u001b[0m: unknown name `a`\n"), coloured);
        assertTrue(coloured.contains("    |   \u001b[1;33m^\u001b[0m\n"), coloured);
    }

    private String lastLine(List<Diagnostic> diagnostics) {
        List<String> lines = LintText.render(new LintReport(List.of(source), diagnostics), false)
                .lines()
                .toList();
        return lines.get(lines.size() - 1);
    }
}
