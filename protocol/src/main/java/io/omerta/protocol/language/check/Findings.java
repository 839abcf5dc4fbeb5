package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules have found. Errors are kept wherever they are; warnings only in the main file, since who imports a
 * file can rarely change it.
 */
final class Findings {
    private final Source main;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(Source main) {
        this.main = main;
    }

    /** Keeps a finding, unless it is a warning about an imported file. */
    void add(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR || isMain(diagnostic.span())) {
            found.add(diagnostic);
        }
    }

    /** Keeps a finding without related places and fixes. */
    void add(Code code, Span span, String message) {
        add(Diagnostic.of(code, span, message));
    }

    /** Whether a place is in the main file. */
    boolean isMain(Span span) {
        return span.source() == main;
    }

    /** All that was kept, in the order of the rules. */
    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
