package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Value;

/** An expression whose result is computed as a truth value. */
abstract class TruthNode extends Node {
    TruthNode(Span span) {
        super(span);
    }

    @Override
    abstract boolean truth(Frame frame);

    @Override
    final Value value(Frame frame) {
        return boxed(truth(frame));
    }

    static Value boxed(boolean truth) {
        return truth ? Value.Bool.TRUE : Value.Bool.FALSE;
    }

    /** Whether two values of one type are equal; {@code null} equals itself alone. */
    static final class Equality extends TruthNode {
        private final Node left;
        private final Node right;
        private final boolean expected;

        /** @param expected true for {@code ==}, false for {@code !=} */
        Equality(Node left, Node right, boolean expected, Span span) {
            super(span);
            this.left = left;
            this.right = right;
            this.expected = expected;
        }

        @Override
        boolean truth(Frame frame) {
            Value value = left.value(frame);
            return value.equals(right.value(frame)) == expected;
        }
    }

    /** Whether two numbers or times of one unit are in an order. */
    static final class Order extends TruthNode {
        private final Node left;
        private final Node right;
        private final boolean less;
        private final boolean equal;
        private final boolean greater;

        Order(BinaryOperator operator, Node left, Node right, Span span) {
            super(span);
            this.left = left;
            this.right = right;
            this.less = operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_EQUAL;
            this.equal = operator == BinaryOperator.LESS_EQUAL || operator == BinaryOperator.GREATER_EQUAL;
            this.greater = operator == BinaryOperator.GREATER || operator == BinaryOperator.GREATER_EQUAL;
        }

        @Override
        boolean truth(Frame frame) {
            long a = left.number(frame);
            long b = right.number(frame);
            return a < b ? less : a > b ? greater : equal;
        }
    }

    static final class And extends TruthNode {
        private final Node left;
        private final Node right;

        And(Node left, Node right, Span span) {
            super(span);
            this.left = left;
            this.right = right;
        }

        @Override
        boolean truth(Frame frame) {
            return left.truth(frame) && right.truth(frame);
        }
    }

    static final class Or extends TruthNode {
        private final Node left;
        private final Node right;

        Or(Node left, Node right, Span span) {
            super(span);
            this.left = left;
            this.right = right;
        }

        @Override
        boolean truth(Frame frame) {
            return left.truth(frame) || right.truth(frame);
        }
    }

    static final class Not extends TruthNode {
        private final Node operand;

        Not(Node operand, Span span) {
            super(span);
            this.operand = operand;
        }

        @Override
        boolean truth(Frame frame) {
            return !operand.truth(frame);
        }
    }
}
