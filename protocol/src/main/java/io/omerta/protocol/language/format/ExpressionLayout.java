package io.omerta.protocol.language.format;

import static io.omerta.protocol.language.format.Layout.group;
import static io.omerta.protocol.language.format.Layout.indented;
import static io.omerta.protocol.language.format.Layout.lineOrBlank;
import static io.omerta.protocol.language.format.Layout.lineOrNothing;
import static io.omerta.protocol.language.format.Layout.list;
import static io.omerta.protocol.language.format.Layout.sequence;
import static io.omerta.protocol.language.format.Layout.text;

import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Precedence;
import io.omerta.protocol.language.tree.StructEntry;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays out expressions with the fewest parentheses, save that a conditional among logical operands keeps its own. Loops
 * and no streams, whose pipelines would take ten stack frames for each level of a tree.
 */
final class ExpressionLayout implements Expression.Visitor<Layout>, StructEntry.Visitor<Layout> {
    private static final ExpressionLayout LAYOUT = new ExpressionLayout();

    private ExpressionLayout() {}

    /** An expression where any may stand. */
    static Layout of(Expression expression) {
        return expression.accept(LAYOUT);
    }

    static Layout of(Expression expression, Precedence needed) {
        Layout layout = of(expression);
        return precedence(expression).isLooserThan(needed) ? parenthesised(layout) : layout;
    }

    static Layout parenthesised(Layout layout) {
        return group(text("("), indented(Lines.INDENT, lineOrNothing(), layout), lineOrNothing(), text(")"));
    }

    @Override
    public Layout visitLambda(Expression.Lambda lambda) {
        return sequence(text(lambda.parameter() + " => "), of(lambda.body()));
    }

    @Override
    public Layout visitConditional(Expression.Conditional conditional) {
        return group(
                text("IF "),
                of(conditional.condition()),
                indented(
                        Lines.INDENT,
                        lineOrBlank(),
                        text("THEN "),
                        of(conditional.whenTrue(), Precedence.CONDITIONAL),
                        lineOrBlank(),
                        text("ELSE "),
                        of(conditional.whenFalse(), Precedence.CONDITIONAL)));
    }

    /** A chain of operators of one precedence breaks before each of them or before none. */
    @Override
    public Layout visitBinary(Expression.Binary binary) {
        Precedence precedence = binary.operator().precedence();
        Deque<Expression.Binary> chain = new ArrayDeque<>();
        Expression first = binary;
        while (first instanceof Expression.Binary link
                && link.operator().precedence() == precedence
                && (chain.isEmpty() || !link.operator().isComparison())) {
            chain.push(link);
            first = link.left();
        }
        List<Layout> parts = new ArrayList<>();
        parts.add(operand(first, binary.operator(), precedence.tighter()));
        for (Expression.Binary link : chain) {
            parts.add(lineOrBlank());
            parts.add(text(link.operator().symbol() + " "));
            parts.add(operand(link.right(), link.operator(), precedence.tighter()));
        }
        return group(sequence(parts));
    }

    private static Layout operand(Expression operand, BinaryOperator operator, Precedence needed) {
        boolean logical = operator == BinaryOperator.AND || operator == BinaryOperator.OR;
        return of(operand, logical && operand instanceof Expression.Conditional ? Precedence.PRIMARY : needed);
    }

    @Override
    public Layout visitUnary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.NEGATE) {
            return sequence(text("-"), of(unary.operand(), Precedence.NEGATION));
        }
        boolean conditional = unary.operand() instanceof Expression.Conditional;
        return sequence(text("not "), of(unary.operand(), conditional ? Precedence.PRIMARY : Precedence.NOT));
    }

    @Override
    public Layout visitCall(Expression.Call call) {
        return sequence(of(call.callee(), Precedence.POSTFIX), list("(", lineOrNothing(), all(call.arguments()), ")"));
    }

    @Override
    public Layout visitFieldAccess(Expression.FieldAccess access) {
        return sequence(of(access.target(), Precedence.POSTFIX), text("." + access.field()));
    }

    @Override
    public Layout visitComputedField(Expression.ComputedField field) {
        return sequence(of(field.target(), Precedence.POSTFIX), text(".["), of(field.name()), text("]"));
    }

    @Override
    public Layout visitIndex(Expression.Index index) {
        return sequence(of(index.target(), Precedence.POSTFIX), text("["), of(index.index()), text("]"));
    }

    @Override
    public Layout visitNameReference(Expression.NameReference reference) {
        return text(reference.name());
    }

    @Override
    public Layout visitNumberLiteral(Expression.NumberLiteral number) {
        return text(number.digits());
    }

    @Override
    public Layout visitStringLiteral(Expression.StringLiteral string) {
        return text('"' + string.value() + '"');
    }

    @Override
    public Layout visitBooleanLiteral(Expression.BooleanLiteral literal) {
        return text(literal.value() ? "true" : "false");
    }

    @Override
    public Layout visitNullLiteral(Expression.NullLiteral literal) {
        return text("null");
    }

    @Override
    public Layout visitListLiteral(Expression.ListLiteral literal) {
        return list("[", lineOrNothing(), all(literal.elements()), "]");
    }

    @Override
    public Layout visitStructLiteral(Expression.StructLiteral literal) {
        List<Layout> entries = new ArrayList<>();
        for (StructEntry entry : literal.entries()) {
            entries.add(entry.accept(this));
        }
        return list("{", lineOrBlank(), entries, "}");
    }

    @Override
    public Layout visitFieldValue(StructEntry.FieldValue field) {
        return sequence(text(field.field() + " "), of(field.value()));
    }

    @Override
    public Layout visitSpread(StructEntry.Spread spread) {
        return sequence(text("..."), of(spread.value()));
    }

    private static List<Layout> all(List<Expression> expressions) {
        List<Layout> layouts = new ArrayList<>();
        for (Expression expression : expressions) {
            layouts.add(of(expression));
        }
        return layouts;
    }

    private static Precedence precedence(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().precedence();
        }
        if (expression instanceof Expression.Unary unary) {
            return unary.operator() == UnaryOperator.NOT ? Precedence.NOT : Precedence.NEGATION;
        }
        if (expression instanceof Expression.Lambda) {
            return Precedence.LAMBDA;
        }
        return expression instanceof Expression.Conditional ? Precedence.CONDITIONAL : Precedence.POSTFIX;
    }
}
