package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;

/** A statement of a function's body. */
public sealed interface Statement {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code RETURN value}. */
    record Return(Expression value, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReturn(this);
        }
    }

    /** {@code target = value}, to a local variable. */
    record Assign(Name target, Expression value, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    /** {@code target[index] = value}. */
    record AssignElement(Name target, Expression index, Expression value, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssignElement(this);
        }
    }

    /**
     * {@code FOR variable IN iterable ( body )}.
     *
     * @param body one statement without parentheses gives a body with the statement's own span
     */
    record ForEach(Name variable, Expression iterable, Body<Statement> body, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitForEach(this);
        }
    }

    /** Statements in parentheses. */
    record Block(Body<Statement> body, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitReturn(Return statement);

        R visitAssign(Assign assign);

        R visitAssignElement(AssignElement assignElement);

        R visitForEach(ForEach forEach);

        R visitBlock(Block block);
    }
}
