package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Declaration.EnumType;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.StructEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes an expression as a text that is equal for expressions which differ only in spacing, in redundant parentheses,
 * in the case of built-in names, in the order of the operands of {@code == != * and or}, or in whether a member of an
 * enum is written with the name of the enum. Of two expressions with equal keys, evaluated at one moment, both or none
 * hold.
 */
final class ExpressionKey implements Expression.Visitor<String> {
    private final UnitIndex index;

    ExpressionKey(UnitIndex index) {
        this.index = index;
    }

    /** The key of an expression. */
    String of(Expression expression) {
        return expression.accept(this);
    }

    private String all(List<Expression> expressions) {
        return expressions.stream().map(this::of).collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    public String visitLambda(Expression.Lambda lambda) {
        return "(" + lambda.parameter() + "=>" + of(lambda.body()) + ")";
    }

    @Override
    public String visitConditional(Expression.Conditional conditional) {
        return "if" + all(List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse()));
    }

    @Override
    public String visitBinary(Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        String left = of(binary.left());
        String right = of(binary.right());
        if (operator == BinaryOperator.GREATER) {
            return "(" + right + "<" + left + ")";
        }
        if (operator == BinaryOperator.GREATER_EQUAL) {
            return "(" + right + "<=" + left + ")";
        }
        return isCommutative(operator) && left.compareTo(right) > 0
                ? "(" + right + operator.symbol() + left + ")"
                : "(" + left + operator.symbol() + right + ")";
    }

    /** Not so {@code +}, which also joins lists and texts. */
    private static boolean isCommutative(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, MULTIPLY, AND, OR -> true;
            default -> false;
        };
    }

    @Override
    public String visitUnary(Expression.Unary unary) {
        return unary.operator().symbol() + "(" + of(unary.operand()) + ")";
    }

    @Override
    public String visitCall(Expression.Call call) {
        String callee = of(call.callee());
        String name = Builtin.named(callee).isPresent() ? callee.toUpperCase(Locale.ROOT) : callee;
        return name + all(call.arguments());
    }

    @Override
    public String visitFieldAccess(Expression.FieldAccess fieldAccess) {
        return of(fieldAccess.target()) + "." + fieldAccess.field();
    }

    @Override
    public String visitComputedField(Expression.ComputedField computedField) {
        return of(computedField.target()) + ".[" + of(computedField.name()) + "]";
    }

    @Override
    public String visitIndex(Expression.Index position) {
        return of(position.target()) + "[" + of(position.index()) + "]";
    }

    @Override
    public String visitNameReference(Expression.NameReference nameReference) {
        String name = nameReference.name();
        return index.enumOfMember(name)
                .map(EnumType::name)
                .map(type -> type + "." + name)
                .orElse(name);
    }

    @Override
    public String visitNumberLiteral(Expression.NumberLiteral numberLiteral) {
        return index.number(numberLiteral).orElseThrow().stripTrailingZeros().toString();
    }

    @Override
    public String visitStringLiteral(Expression.StringLiteral stringLiteral) {
        return "\"" + stringLiteral.value() + "\"";
    }

    @Override
    public String visitBooleanLiteral(Expression.BooleanLiteral booleanLiteral) {
        return Boolean.toString(booleanLiteral.value());
    }

    @Override
    public String visitNullLiteral(Expression.NullLiteral nullLiteral) {
        return "null";
    }

    @Override
    public String visitListLiteral(Expression.ListLiteral listLiteral) {
        return "list" + all(listLiteral.elements());
    }

    @Override
    public String visitStructLiteral(Expression.StructLiteral structLiteral) {
        return structLiteral.entries().stream().map(this::entry).collect(Collectors.joining(",", "{", "}"));
    }

    private String entry(StructEntry entry) {
        return entry.accept(new StructEntry.Visitor<>() {
            @Override
            public String visitFieldValue(StructEntry.FieldValue fieldValue) {
                return fieldValue.field() + " " + of(fieldValue.value());
            }

            @Override
            public String visitSpread(StructEntry.Spread spread) {
                return "..." + of(spread.value());
            }
        });
    }
}
