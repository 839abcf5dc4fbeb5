package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/** A statement of a function. */
public sealed interface StatementModel {
    Span span();

    record Return(Term value, Span span) implements StatementModel {}

    /** Sets a local variable. */
    record SetLocal(int local, Term value, Span span) implements StatementModel {}

    /** Replaces one element of the list or map in a local variable; a map gains the key if it lacks it. */
    record SetElement(int local, Term index, Term value, Span span) implements StatementModel {}

    /** Runs the body once for each element of a list, in order, or for each key of a map, in canonical order. */
    record ForEach(int local, Term iterable, List<StatementModel> body, Span span) implements StatementModel {
        public ForEach {
            body = List.copyOf(body);
        }
    }
}
