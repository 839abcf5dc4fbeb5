package io.omerta.protocol.language.bind;

import static io.omerta.protocol.language.bind.Conversions.isInteger;
import static io.omerta.protocol.language.bind.Conversions.isNumeric;
import static io.omerta.protocol.language.model.Type.Scalar.DURATION;
import static io.omerta.protocol.language.model.Type.Scalar.FIXED;
import static io.omerta.protocol.language.model.Type.Scalar.INT;
import static io.omerta.protocol.language.model.Type.Scalar.TIMESTAMP;
import static io.omerta.protocol.language.model.Type.Scalar.UINT;

import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.TextEdit;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of operators, by the table of section 1 of the specification. */
final class Operators {
    private final BindLog log;
    private final Expressions expressions;

    /** The argument of HASH, SIGN or VERIFY that is being bound, whose sums were meant as tuples; or null. */
    private @Nullable Expression hashed;

    Operators(BindLog log, Expressions expressions) {
        this.log = log;
        this.expressions = expressions;
    }

    /** Binds an argument of a function that hashes a tuple. */
    Term hashed(Expression argument) {
        @Nullable Expression outer = hashed;
        hashed = argument;
        try {
            return expressions.bind(argument);
        } finally {
            hashed = outer;
        }
    }

    Term unary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.NOT) {
            return new Term.Not(expressions.condition(unary.operand(), "what follows `not`"), unary.span());
        }
        Term operand = expressions.bind(unary.operand());
        Type type = operand.type();
        if (isNumeric(type) || type == DURATION) {
            return new Term.Negate(operand, isInteger(type) ? INT : type, unary.span());
        }
        if (type != Special.UNKNOWN) {
            log.add(Code.E27, operand.span(), "`-` takes a number or a duration, but this is " + type.notation());
        }
        return Conversions.unknown(unary.span());
    }

    Term binary(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND, OR -> connective(binary);
            case EQUAL, NOT_EQUAL -> equality(binary);
            case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> order(binary);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(binary);
        };
    }

    private Term connective(Expression.Binary binary) {
        String what = "an operand of `" + binary.operator().symbol() + "`";
        Term left = expressions.condition(binary.left(), what);
        Term right = expressions.condition(binary.right(), what);
        return new Term.Binary(binary.operator(), left, right, Scalar.BOOL, binary.span());
    }

    private Term equality(Expression.Binary binary) {
        Term left;
        Term right;
        if (vagueness(binary.left()) > vagueness(binary.right())) {
            right = expressions.bind(binary.right());
            left = expressions.bind(binary.left(), Conversions.signed(right.type()));
        } else {
            left = expressions.bind(binary.left());
            right = expressions.bind(binary.right(), Conversions.signed(left.type()));
        }
        doubtEqualQuotient(left, right);
        doubtEqualQuotient(right, left);
        if (isNumeric(left.type()) && isNumeric(right.type())) {
            return comparison(binary, left, right);
        }
        if (Conversions.join(left.type(), right.type()) == null) {
            fault(binary, left, right, "compares values of one type");
        }
        return new Term.Binary(binary.operator(), left, right, Scalar.BOOL, binary.span());
    }

    /** How much an operand depends on the other for its type: a lone name may be a member of the other's enum. */
    private static int vagueness(Expression expression) {
        return Expressions.needsHint(expression) ? 2 : expression instanceof Expression.NameReference ? 1 : 0;
    }

    private Term order(Expression.Binary binary) {
        Term left = expressions.bind(binary.left());
        Term right = expressions.bind(binary.right());
        if (!areOrdered(left.type(), right.type())) {
            fault(binary, left, right, "compares two numbers, two timestamps or two durations");
            return Conversions.unknown(binary.span());
        }
        return comparison(binary, left, right);
    }

    /** Whether values of the two types are more or less than each other. */
    static boolean areOrdered(Type left, Type right) {
        return (isNumeric(left) && isNumeric(right)) || (left == right && (left == TIMESTAMP || left == DURATION));
    }

    private static Term comparison(Expression.Binary binary, Term left, Term right) {
        boolean fractions = left.type() == FIXED || right.type() == FIXED;
        return new Term.Binary(
                binary.operator(),
                fractions ? asFraction(left) : left,
                fractions ? asFraction(right) : right,
                Scalar.BOOL,
                binary.span());
    }

    private Term arithmetic(Expression.Binary binary) {
        Term left = expressions.bind(binary.left());
        Term right = expressions.bind(binary.right(), Expressions.needsHint(binary.right()) ? left.type() : null);
        @Nullable Type type = result(binary.operator(), left.type(), right.type());
        if (type == null) {
            fault(binary, left, right, takes(binary.operator()));
            return Conversions.unknown(binary.span());
        }
        if (binary.operator() == BinaryOperator.MULTIPLY) {
            doubtProduct(left, right);
        }
        boolean widened = type == FIXED && (left.type() == FIXED || right.type() == FIXED);
        return new Term.Binary(
                binary.operator(),
                widened ? asFraction(left) : left,
                widened ? asFraction(right) : right,
                type,
                binary.span());
    }

    /** The type of the result, or null if the operator does not take such operands. */
    private static @Nullable Type result(BinaryOperator operator, Type left, Type right) {
        if (isNumeric(left) && isNumeric(right)) {
            if (left == FIXED || right == FIXED || operator == BinaryOperator.DIVIDE) {
                return FIXED;
            }
            return operator != BinaryOperator.SUBTRACT && left == UINT && right == UINT ? UINT : INT;
        }
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> (left == DURATION && isInteger(right)) || (isInteger(left) && right == DURATION)
                    ? DURATION
                    : null;
            case DIVIDE -> left != DURATION ? null : right == DURATION ? FIXED : isInteger(right) ? DURATION : null;
            default -> throw new IllegalArgumentException(operator + " is no arithmetic");
        };
    }

    private static @Nullable Type sum(Type left, Type right) {
        if ((left == TIMESTAMP && right == DURATION) || (left == DURATION && right == TIMESTAMP)) {
            return TIMESTAMP;
        }
        boolean joins = left == DURATION || left == Scalar.STRING || left == Scalar.BYTES;
        if (joins && left == right) {
            return left;
        }
        return left instanceof Type.ListOf && right instanceof Type.ListOf ? Conversions.join(left, right) : null;
    }

    private static @Nullable Type difference(Type left, Type right) {
        if (right == DURATION && (left == DURATION || left == TIMESTAMP)) {
            return left;
        }
        return left == TIMESTAMP && right == TIMESTAMP ? DURATION : null;
    }

    private static String takes(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "adds numbers or durations, or a duration to a timestamp, and joins strings, bytes or lists of one type";
            case SUBTRACT -> "takes numbers, durations or timestamps, or a duration from a timestamp";
            case MULTIPLY -> "takes numbers, or a duration and an integer";
            case DIVIDE -> "takes numbers, durations, or a duration and an integer";
            default -> throw new IllegalArgumentException(operator + " is no arithmetic");
        };
    }

    private static Term asFraction(Term term) {
        return isInteger(term.type()) ? Conversions.widen(term) : term;
    }

    private void fault(Expression.Binary binary, Term left, Term right, String takes) {
        if (left.type() == Special.UNKNOWN || right.type() == Special.UNKNOWN) {
            return;
        }
        BinaryOperator operator = binary.operator();
        Diagnostic diagnostic = Diagnostic.of(
                Code.E27,
                Expressions.operatorSpan(operator, binary),
                "`" + operator.symbol() + "` " + takes + ", but these are "
                        + left.type().notation() + " and " + right.type().notation()
                        + advice(operator, left, right));
        Fix tuple = operator == BinaryOperator.ADD ? tupleFix(binary) : null;
        log.add(tuple == null ? diagnostic : diagnostic.withFix(tuple));
    }

    private static String advice(BinaryOperator operator, Term left, Term right) {
        if (operator == BinaryOperator.ADD && (left.type() == Scalar.HASH || right.type() == Scalar.HASH)) {
            return "; write `HASH(a, b)` for the hash of both";
        }
        boolean timeAndNumber = left.type() == TIMESTAMP && isInteger(right.type());
        return timeAndNumber ? "; write `DURATION(...)` of seconds" : Advice.toConvert(right, left.type());
    }

    /** In {@code HASH(a + b)} each {@code +} becomes a comma, if nothing but the operator stands between the operands. */
    private @Nullable Fix tupleFix(Expression.Binary faulty) {
        List<TextEdit> edits = new ArrayList<>();
        boolean found = false;
        Expression sum = hashed;
        while (sum instanceof Expression.Binary binary && binary.operator() == BinaryOperator.ADD) {
            found |= binary.span().equals(faulty.span());
            int from = binary.left().span().end();
            int to = binary.right().span().start();
            Span between = binary.span().source().span(from, to);
            if (!between.text().strip().equals(BinaryOperator.ADD.symbol())) {
                return null;
            }
            edits.add(0, new TextEdit(between, ", "));
            sum = binary.left();
        }
        return found ? new Fix("write commas: the hash of a tuple", edits) : null;
    }

    private void doubtEqualQuotient(Term quotient, Term other) {
        if (Advice.isQuotientOfIntegers(quotient) && isInteger(other.type())) {
            Term.Binary division = (Term.Binary) quotient;
            String whole = "DIV(" + division.left().span().text() + ", "
                    + division.right().span().text() + ")";
            log.add(Diagnostic.of(
                            Code.W03,
                            quotient.span(),
                            "this fraction equals an integer only if nothing remains; write `" + whole
                                    + "` for the whole quotient")
                    .withFix(Fix.replace("write `" + whole + "`", quotient.span(), whole)));
        }
    }

    private void doubtProduct(Term quotient, Term factor) {
        if (Advice.isQuotientOfIntegers(quotient) && isInteger(factor.type())) {
            log.add(
                    Code.W03,
                    quotient.span(),
                    "this is rounded to millionths before it is multiplied; `MUL_DIV(a, b, c)` computes a * b / c exactly");
        }
    }
}
