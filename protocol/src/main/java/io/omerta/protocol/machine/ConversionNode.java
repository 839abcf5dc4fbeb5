package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/** A conversion that happens unasked. {@code null} passes as a value, because any variable may be assigned it. */
abstract class ConversionNode extends Node {
    final Node operand;

    ConversionNode(Node operand, Span span) {
        super(span);
        this.operand = operand;
    }

    /** An integer as a fraction. */
    static final class Widen extends ConversionNode {
        Widen(Node operand, Span span) {
            super(operand, span);
        }

        @Override
        Value value(Frame frame) {
            return operand.value(frame) instanceof Value.Int integer
                    ? new Value.Fixed(Arithmetic.product(this, integer.value(), Arithmetic.ONE))
                    : Value.Absent.INSTANCE;
        }

        @Override
        long number(Frame frame) {
            return Arithmetic.product(this, operand.number(frame), Arithmetic.ONE);
        }
    }

    /** An integer that must not be negative. */
    static final class NotNegative extends ConversionNode {
        NotNegative(Node operand, Span span) {
            super(operand, span);
        }

        @Override
        Value value(Frame frame) {
            Value value = operand.value(frame);
            if (value instanceof Value.Int integer) {
                require(integer.value());
            }
            return value;
        }

        @Override
        long number(Frame frame) {
            long number = operand.number(frame);
            require(number);
            return number;
        }

        private void require(long number) {
            if (number < 0) {
                throw fault(Fault.Kind.NEGATIVE, number + " is negative, but uint is at least 0");
            }
        }
    }
}
