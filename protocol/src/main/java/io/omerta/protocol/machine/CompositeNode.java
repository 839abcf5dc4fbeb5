package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;

/** An expression that puts values together. */
abstract class CompositeNode extends Node {
    CompositeNode(Span span) {
        super(span);
    }

    static final class ListLiteral extends CompositeNode {
        private final Node[] elements;

        ListLiteral(Node[] elements, Span span) {
            super(span);
            this.elements = elements;
        }

        @Override
        Value value(Frame frame) {
            Value[] values = new Value[elements.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = elements[i].present(frame);
            }
            return list(this, values);
        }
    }

    /** All fields of a record but for the signature that sending adds. */
    static final class RecordLiteral extends CompositeNode {
        private final StructShape shape;
        private final Node[] fields;
        private final boolean[] optional;

        /**
         * @param shape of the result, a field for each of {@code fields}
         * @param record which fields may be {@code null}
         */
        RecordLiteral(StructShape shape, RecordModel record, Node[] fields, Span span) {
            super(span);
            this.shape = shape;
            this.fields = fields;
            this.optional = new boolean[fields.length];
            for (int i = 0; i < fields.length; i++) {
                optional[i] = record.fields().get(i).optional();
            }
        }

        @Override
        Struct value(Frame frame) {
            Value[] values = new Value[fields.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = optional[i] ? fields[i].value(frame) : field(frame, i);
            }
            return struct(this, shape, values);
        }

        private Value field(Frame frame, int place) {
            Value value = fields[place].value(frame);
            if (value instanceof Value.Absent) {
                throw new EvaluationFault(
                        Fault.Kind.NULL_VALUE,
                        fields[place].span,
                        "field " + shape.fields().get(place) + " of " + shape.name() + " is null, but not optional");
            }
            return value;
        }
    }

    static final class Conditional extends CompositeNode {
        private final Node condition;
        private final Node whenTrue;
        private final Node whenFalse;

        Conditional(Node condition, Node whenTrue, Node whenFalse, Span span) {
            super(span);
            this.condition = condition;
            this.whenTrue = whenTrue;
            this.whenFalse = whenFalse;
        }

        @Override
        Value value(Frame frame) {
            return (condition.truth(frame) ? whenTrue : whenFalse).value(frame);
        }

        @Override
        long number(Frame frame) {
            return (condition.truth(frame) ? whenTrue : whenFalse).number(frame);
        }

        @Override
        boolean truth(Frame frame) {
            return (condition.truth(frame) ? whenTrue : whenFalse).truth(frame);
        }
    }

    /** A record, if the limits of values allow it. */
    static Struct struct(Node at, StructShape shape, Value[] values) {
        try {
            return Struct.of(shape, values);
        } catch (IllegalArgumentException refusal) {
            throw at.tooLarge(refusal);
        }
    }

    /** A list, if the limits of values allow it. */
    static ValueList list(Node at, Value[] elements) {
        try {
            return ValueList.of(elements);
        } catch (IllegalArgumentException refusal) {
            throw at.tooLarge(refusal);
        }
    }
}
