package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/** An expression. Parentheses leave no node of their own; a node's span covers those around its operands. */
public sealed interface Expression {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Whether the expression is the given name and nothing else. */
    default boolean isName(String name) {
        return this instanceof NameReference reference && reference.name().equals(name);
    }

    /** A function of one parameter, {@code x => body}. */
    record Lambda(Name parameter, Expression body, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLambda(this);
        }
    }

    /** {@code IF condition THEN whenTrue ELSE whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Span span)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** Two operands and an operator between them. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** An operator before its operand. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** {@code callee(argument, ...)}. The grammar admits any callee; only a name has a meaning. */
    record Call(Expression callee, List<Expression> arguments, Span span) implements Expression {
        /** Keeps its own copy of the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code target.field}, or a member of an enum: {@code Verdict.ACCEPT} is told apart when names are resolved. */
    record FieldAccess(Expression target, Name field, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFieldAccess(this);
        }
    }

    /** A field by a computed name, {@code target.[name]}. */
    record ComputedField(Expression target, Expression name, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitComputedField(this);
        }
    }

    /** An element of a list or map, {@code target[index]}. */
    record Index(Expression target, Expression index, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIndex(this);
        }
    }

    /** A variable, parameter, constant, enum member or {@code message}. */
    record NameReference(String name, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNameReference(this);
        }
    }

    /**
     * A number without sign; with a dot it is a fraction, else an integer of any size.
     *
     * @param digits as written, leading zeros included
     */
    record NumberLiteral(String digits, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNumberLiteral(this);
        }
    }

    /**
     * A string.
     *
     * @param value without its quotes; there are no escapes
     */
    record StringLiteral(String value, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStringLiteral(this);
        }
    }

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean value, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBooleanLiteral(this);
        }
    }

    /** {@code null}. */
    record NullLiteral(Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNullLiteral(this);
        }
    }

    /** {@code [element, ...]}. */
    record ListLiteral(List<Expression> elements, Span span) implements Expression {
        /** Keeps its own copy of the list. */
        public ListLiteral {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitListLiteral(this);
        }
    }

    /** {@code {name value, ...spread}}. A later entry for a field overrides an earlier one. */
    record StructLiteral(List<StructEntry> entries, Span span) implements Expression {
        /** Keeps its own copy of the list. */
        public StructLiteral {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStructLiteral(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitLambda(Lambda lambda);

        R visitConditional(Conditional conditional);

        R visitBinary(Binary binary);

        R visitUnary(Unary unary);

        R visitCall(Call call);

        R visitFieldAccess(FieldAccess fieldAccess);

        R visitComputedField(ComputedField computedField);

        R visitIndex(Index index);

        R visitNameReference(NameReference nameReference);

        R visitNumberLiteral(NumberLiteral numberLiteral);

        R visitStringLiteral(StringLiteral stringLiteral);

        R visitBooleanLiteral(BooleanLiteral booleanLiteral);

        R visitNullLiteral(NullLiteral nullLiteral);

        R visitListLiteral(ListLiteral listLiteral);

        R visitStructLiteral(StructLiteral structLiteral);
    }
}
