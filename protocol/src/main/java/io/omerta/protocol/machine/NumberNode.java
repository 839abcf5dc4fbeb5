package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/** An expression whose result is computed as a number and made a value of its type only where a value is needed. */
abstract class NumberNode extends Node {
    private final Type type;

    /** @param type of the result, numeric or a time */
    NumberNode(Type type, Span span) {
        super(span);
        this.type = type;
    }

    @Override
    abstract long number(Frame frame);

    @Override
    final Value value(Frame frame) {
        return boxed(type, number(frame));
    }

    /** A number as a value of a numeric type. */
    static Value boxed(Type type, long number) {
        if (type == Type.Scalar.FIXED) {
            return new Value.Fixed(number);
        }
        return type == Type.Scalar.TIMESTAMP ? new Value.Timestamp(number) : new Value.Int(number);
    }

    /** Two operands, evaluated from left to right. */
    abstract static class Binary extends NumberNode {
        private final Node left;
        private final Node right;

        Binary(Node left, Node right, Type type, Span span) {
            super(type, span);
            this.left = left;
            this.right = right;
        }

        @Override
        final long number(Frame frame) {
            long a = left.number(frame);
            return compute(a, right.number(frame));
        }

        abstract long compute(long a, long b);
    }

    static final class Sum extends Binary {
        Sum(Node left, Node right, Type type, Span span) {
            super(left, right, type, span);
        }

        @Override
        long compute(long a, long b) {
            return Arithmetic.sum(this, a, b);
        }
    }

    static final class Difference extends Binary {
        Difference(Node left, Node right, Type type, Span span) {
            super(left, right, type, span);
        }

        @Override
        long compute(long a, long b) {
            return Arithmetic.difference(this, a, b);
        }
    }

    /** A product of which at most one factor counts millionths. */
    static final class Product extends Binary {
        Product(Node left, Node right, Type type, Span span) {
            super(left, right, type, span);
        }

        @Override
        long compute(long a, long b) {
            return Arithmetic.product(this, a, b);
        }
    }

    /** A product of two fractions. */
    static final class FractionProduct extends Binary {
        FractionProduct(Node left, Node right, Span span) {
            super(left, right, Type.Scalar.FIXED, span);
        }

        @Override
        long compute(long a, long b) {
            return Arithmetic.productQuotient(this, a, b, Arithmetic.ONE);
        }
    }

    /** The ratio of two numbers of one unit, as a fraction. */
    static final class Ratio extends Binary {
        Ratio(Node left, Node right, Span span) {
            super(left, right, Type.Scalar.FIXED, span);
        }

        @Override
        long compute(long a, long b) {
            return Arithmetic.productQuotient(this, a, Arithmetic.ONE, b);
        }
    }

    /** A duration divided by an integer. */
    static final class Quotient extends Binary {
        Quotient(Node left, Node right, Type type, Span span) {
            super(left, right, type, span);
        }

        @Override
        long compute(long a, long b) {
            return Arithmetic.quotient(this, a, b);
        }
    }

    /** A number with the other sign. */
    static final class Negation extends NumberNode {
        private final Node operand;

        Negation(Node operand, Type type, Span span) {
            super(type, span);
            this.operand = operand;
        }

        @Override
        long number(Frame frame) {
            return Arithmetic.negation(this, operand.number(frame));
        }
    }

    /** A time: the epoch is the least. */
    static final class Time extends NumberNode {
        private final Node millis;

        Time(Node millis, Span span) {
            super(Type.Scalar.TIMESTAMP, span);
            this.millis = millis;
        }

        @Override
        long number(Frame frame) {
            long number = millis.number(frame);
            if (number < 0) {
                throw fault(Fault.Kind.OVERFLOW, "the time lies " + number + " ms from the epoch, before it");
            }
            return number;
        }
    }
}
