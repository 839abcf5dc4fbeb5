package io.omerta.protocol.language.lint;

import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;

/** A report for people: each fault with its line of source, and the numbers at the end. */
public final class LintText {
    private LintText() {}

    /**
     * The report; every line ends with a line feed.
     *
     * @param colour whether to use a terminal's colours (ECMA-48)
     */
    public static String render(LintReport report, boolean colour) {
        return DiagnosticText.render(report.diagnostics(), colour) + summary(report) + "\n";
    }

    /** "3 files: 1 error, 2 warnings". */
    private static String summary(LintReport report) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        String found;
        if (errors == 0 && warnings == 0) {
            found = "no errors, no warnings";
        } else if (warnings == 0) {
            found = counted(errors, "error");
        } else if (errors == 0) {
            found = counted(warnings, "warning");
        } else {
            found = counted(errors, "error") + ", " + counted(warnings, "warning");
        }
        return counted(report.files().size(), "file") + ": " + found;
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
