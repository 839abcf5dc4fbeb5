package io.omerta.protocol.language.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The expressions that an expression is made of. */
public final class Subexpressions implements Expression.Visitor<List<Expression>> {
    private static final Subexpressions VISITOR = new Subexpressions();

    private Subexpressions() {}

    /** Its direct parts, in the order of the text. */
    public static List<Expression> of(Expression expression) {
        return expression.accept(VISITOR);
    }

    /** Visits the expression and everything within it, outer parts first. */
    public static void walk(Expression expression, Consumer<Expression> each) {
        each.accept(expression);
        for (Expression part : of(expression)) {
            walk(part, each);
        }
    }

    /** Whether the expression or something within it has a property. */
    public static boolean any(Expression expression, Predicate<Expression> property) {
        return property.test(expression) || of(expression).stream().anyMatch(part -> any(part, property));
    }

    /** The value of an entry of a struct literal. */
    public static Expression value(StructEntry entry) {
        return entry.accept(new StructEntry.Visitor<>() {
            @Override
            public Expression visitFieldValue(StructEntry.FieldValue fieldValue) {
                return fieldValue.value();
            }

            @Override
            public Expression visitSpread(StructEntry.Spread spread) {
                return spread.value();
            }
        });
    }

    @Override
    public List<Expression> visitLambda(Expression.Lambda lambda) {
        return List.of(lambda.body());
    }

    @Override
    public List<Expression> visitConditional(Expression.Conditional conditional) {
        return List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse());
    }

    @Override
    public List<Expression> visitBinary(Expression.Binary binary) {
        return List.of(binary.left(), binary.right());
    }

    @Override
    public List<Expression> visitUnary(Expression.Unary unary) {
        return List.of(unary.operand());
    }

    @Override
    public List<Expression> visitCall(Expression.Call call) {
        List<Expression> parts = new ArrayList<>();
        parts.add(call.callee());
        parts.addAll(call.arguments());
        return parts;
    }

    @Override
    public List<Expression> visitFieldAccess(Expression.FieldAccess fieldAccess) {
        return List.of(fieldAccess.target());
    }

    @Override
    public List<Expression> visitComputedField(Expression.ComputedField computedField) {
        return List.of(computedField.target(), computedField.name());
    }

    @Override
    public List<Expression> visitIndex(Expression.Index index) {
        return List.of(index.target(), index.index());
    }

    @Override
    public List<Expression> visitNameReference(Expression.NameReference nameReference) {
        return List.of();
    }

    @Override
    public List<Expression> visitNumberLiteral(Expression.NumberLiteral numberLiteral) {
        return List.of();
    }

    @Override
    public List<Expression> visitStringLiteral(Expression.StringLiteral stringLiteral) {
        return List.of();
    }

    @Override
    public List<Expression> visitBooleanLiteral(Expression.BooleanLiteral booleanLiteral) {
        return List.of();
    }

    @Override
    public List<Expression> visitNullLiteral(Expression.NullLiteral nullLiteral) {
        return List.of();
    }

    @Override
    public List<Expression> visitListLiteral(Expression.ListLiteral listLiteral) {
        return listLiteral.elements();
    }

    @Override
    public List<Expression> visitStructLiteral(Expression.StructLiteral structLiteral) {
        return structLiteral.entries().stream().map(Subexpressions::value).toList();
    }
}
