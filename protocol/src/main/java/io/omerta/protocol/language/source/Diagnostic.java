package io.omerta.protocol.language.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One fault, for people and for tools.
 *
 * @param code its kind, which gives its severity
 * @param span where it is
 * @param message what is wrong and what is allowed, one line
 * @param related other places that help to understand it
 * @param fixes ways to mend it, best first
 */
public record Diagnostic(Code code, Span span, String message, List<RelatedSpan> related, List<Fix> fixes) {
    /** Keeps its own copies of the lists. */
    public Diagnostic {
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** A fault with nothing related and no fix. */
    public static Diagnostic of(Code code, Span span, String message) {
        return new Diagnostic(code, span, message, List.of(), List.of());
    }

    /** The same fault with one more fix. */
    public Diagnostic withFix(Fix fix) {
        List<Fix> more = new ArrayList<>(fixes);
        more.add(fix);
        return new Diagnostic(code, span, message, related, more);
    }

    /** The same fault with one more related place. */
    public Diagnostic withRelated(Span place, String what) {
        List<RelatedSpan> more = new ArrayList<>(related);
        more.add(new RelatedSpan(place, what));
        return new Diagnostic(code, span, message, more, fixes);
    }

    /** How grave it is. */
    public Severity severity() {
        return code.severity();
    }
}
