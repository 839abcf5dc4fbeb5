package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/**
 * A compiled expression. Each node has three entry points, so that numbers and truth values pass between nodes unboxed;
 * a node overrides those that it can answer without making a {@link Value}.
 */
abstract class Node {
    final Span span;

    Node(Span span) {
        this.span = span;
    }

    /** The value, {@link Value.Absent} for {@code null}. */
    abstract Value value(Frame frame);

    /** The value as a number: an integer, millionths of a fraction, milliseconds. A fault if it is {@code null}. */
    long number(Frame frame) {
        Value value = value(frame);
        if (value instanceof Value.Int integer) {
            return integer.value();
        }
        if (value instanceof Value.Fixed fraction) {
            return fraction.micros();
        }
        if (value instanceof Value.Timestamp time) {
            return time.millis();
        }
        throw isNull();
    }

    /** The value as a truth value. A fault if it is {@code null}. */
    boolean truth(Frame frame) {
        if (value(frame) instanceof Value.Bool bool) {
            return bool.value();
        }
        throw isNull();
    }

    /** The value, which must not be {@code null}. */
    final Value present(Frame frame) {
        Value value = value(frame);
        if (value instanceof Value.Absent) {
            throw isNull();
        }
        return value;
    }

    final EvaluationFault isNull() {
        return new EvaluationFault(Fault.Kind.NULL_VALUE, span, "null is used as a value");
    }

    final EvaluationFault fault(Fault.Kind kind, String detail) {
        return new EvaluationFault(kind, span, detail);
    }

    /** What the constructor of a value said against it. */
    final EvaluationFault tooLarge(IllegalArgumentException refusal) {
        return fault(Fault.Kind.TOO_LARGE, String.valueOf(refusal.getMessage()));
    }
}
