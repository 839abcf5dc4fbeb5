package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;

/** An action of a transition; {@code store} and {@code STORE} and {@code lookup} are assignments too. */
public sealed interface OperationModel {
    Span span();

    /** Sets a variable of the store. */
    record Assign(int slot, Term value, Span span) implements OperationModel {}

    /** Adds an element at the end of the list in a variable; {@code null} counts as the empty list. */
    record AppendValue(int slot, Term value, Span span) implements OperationModel {}

    record Send(Term target, MessageModel message, Term.RecordOf payload, Span span) implements OperationModel {}

    /** One message for each distinct peer of the list except the actor's own. */
    record Broadcast(Term recipients, MessageModel message, Term.RecordOf payload, Span span)
            implements OperationModel {}

    record AppendBlock(BlockModel block, Term.RecordOf payload, Span span) implements OperationModel {}
}
