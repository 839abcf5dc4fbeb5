package io.omerta.protocol.language.lint;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import java.util.List;

/**
 * What was found in some files.
 *
 * @param files the files that were checked, in the order in which they were given
 * @param diagnostics everything found in them and in what they import; what several files meet in a shared import is
 *     there once
 */
public record LintReport(List<Source> files, List<Diagnostic> diagnostics) {
    /** Keeps its own copies of the lists, and each diagnostic once. */
    public LintReport {
        files = List.copyOf(files);
        diagnostics = diagnostics.stream().distinct().toList();
    }

    /** How many errors or warnings there are. */
    public long count(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** Whether a file cannot be used. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }
}
