package io.omerta.protocol.language.source;

import java.util.List;

/**
 * A way to mend a fault that may be applied without a person.
 *
 * @param description what it does, as an instruction: "write `and`"
 * @param edits in source order, not overlapping
 */
public record Fix(String description, List<TextEdit> edits) {
    /** Keeps its own copy of the edits. */
    public Fix {
        edits = List.copyOf(edits);
    }

    /** A fix of one replacement. */
    public static Fix replace(String description, Span span, String replacement) {
        return new Fix(description, List.of(new TextEdit(span, replacement)));
    }
}
