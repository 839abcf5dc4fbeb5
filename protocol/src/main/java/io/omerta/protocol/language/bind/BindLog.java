package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.syntax.Limits;
import java.util.ArrayList;
import java.util.List;

/** What binding has found so far, in the order of finding. */
final class BindLog {
    /** Binding does not go in the order of the text, so more is kept than is told. */
    private static final int MAX_KEPT = 10 * Limits.MAX_DIAGNOSTICS;

    private final List<Diagnostic> found = new ArrayList<>();
    private boolean incomplete;

    void add(Diagnostic diagnostic) {
        incomplete |= diagnostic.severity() == Severity.ERROR;
        if (found.size() < MAX_KEPT) {
            found.add(diagnostic);
        }
    }

    void add(Code code, Span span, String message) {
        add(Diagnostic.of(code, span, message));
    }

    /** Notes that something is wrong that another check tells, such as the name of a state. */
    void toldElsewhere() {
        incomplete = true;
    }

    /** Whether nothing is wrong, so that the model says all that was written. */
    boolean isWhole() {
        return !incomplete;
    }

    /** Whether so much was found that looking for similar names takes longer than it helps. */
    boolean isLong() {
        return found.size() >= Limits.MAX_DIAGNOSTICS;
    }

    /** This state, for {@link #undo}. */
    Mark mark() {
        return new Mark(found.size(), incomplete);
    }

    /** Forgets what was found since, in an attempt that is made again with better knowledge. */
    void undo(Mark mark) {
        found.subList(mark.size(), found.size()).clear();
        incomplete = mark.incomplete();
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    /** A state of the log. */
    record Mark(int size, boolean incomplete) {}
}
