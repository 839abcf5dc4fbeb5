package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the diagnostics of one file, at most {@link Limits#MAX_DIAGNOSTICS} and a last one that says so. */
final class DiagnosticLog {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        if (diagnostics.size() < Limits.MAX_DIAGNOSTICS) {
            diagnostics.add(diagnostic);
        } else if (diagnostics.size() == Limits.MAX_DIAGNOSTICS) {
            diagnostics.add(Diagnostic.of(
                    Code.S11,
                    diagnostic.span(),
                    "more than " + Limits.MAX_DIAGNOSTICS + " faults; the rest is not told, correct the first ones"));
        }
    }

    /** All diagnostics in the order of the text; those of one place in the order of their finding. */
    List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        return List.copyOf(sorted);
    }
}
