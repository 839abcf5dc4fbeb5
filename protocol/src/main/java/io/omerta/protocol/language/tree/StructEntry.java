package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;

/** A part of a struct literal or of a message's payload. */
public sealed interface StructEntry {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** A field and its value, {@code name value}. */
    record FieldValue(Name field, Expression value, Span span) implements StructEntry {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFieldValue(this);
        }
    }

    /** All fields of another struct, {@code ...value}. */
    record Spread(Expression value, Span span) implements StructEntry {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSpread(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitFieldValue(FieldValue fieldValue);

        R visitSpread(Spread spread);
    }
}
