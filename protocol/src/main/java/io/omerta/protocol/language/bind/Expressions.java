package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.UnaryOperator;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds expressions of one scope.
 *
 * <p>A place may <em>hint</em> at a type, which shapes what has none of its own, or <em>need</em> one, which then holds.
 */
final class Expressions implements Expression.Visitor<Term> {
    private final BindLog log;
    private final NameTerms names;
    private final Operators operators;
    private final RecordTerms records;
    private final Calls calls;

    /** Hint for the expression about to be visited. */
    private @Nullable Type hint;

    Expressions(Symbols symbols, Scope scope, BindLog log) {
        this.log = log;
        this.names = new NameTerms(symbols, scope, log, this);
        this.operators = new Operators(log, this);
        this.records = new RecordTerms(symbols, scope, log, this);
        this.calls = new Calls(symbols, scope, log, this);
    }

    /** The expression, whatever its type. */
    Term bind(Expression expression) {
        return bind(expression, null);
    }

    /** The expression, whatever its type, but of the hinted one if it has a choice. */
    Term bind(Expression expression, @Nullable Type hintedType) {
        @Nullable Type outer = hint;
        hint = hintedType;
        try {
            return expression.accept(this);
        } finally {
            hint = outer;
        }
    }

    /** The expression as a value of the required type; else the fault has been told. */
    Term need(Expression expression, Required required) {
        return fit(bind(expression, required.type()), required);
    }

    Term condition(Expression expression, String what) {
        return need(expression, Required.byRule(Scalar.BOOL, what));
    }

    /** The term as a value of the required type; else the fault is told. */
    Term fit(Term term, Required required) {
        Term converted = Conversions.convert(term, required.type());
        if (converted != null) {
            return converted;
        }
        mismatch(term, required);
        return Conversions.unknown(term.span());
    }

    private void mismatch(Term term, Required required) {
        boolean negative = required.type() == Scalar.UINT && Conversions.isNegativeConstant(term);
        Diagnostic diagnostic = Diagnostic.of(
                Code.E27,
                term.span(),
                required.what() + " is " + required.type().notation() + ", but this is "
                        + (negative ? "negative" : term.type().notation())
                        + Advice.toConvert(term, required.type()));
        log.add(
                required.declared() == null
                        ? diagnostic
                        : diagnostic.withRelated(
                                required.declared(), "it is " + required.type().notation() + " by this declaration"));
    }

    NameTerms names() {
        return names;
    }

    Operators operators() {
        return operators;
    }

    RecordTerms records() {
        return records;
    }

    @Override
    public Term visitLambda(Expression.Lambda lambda) {
        log.add(
                Code.E27,
                lambda.parameter().span(),
                "a function `x => ...` is no value; it can only be an argument of functions such as MAP and FILTER");
        return Conversions.unknown(lambda.span());
    }

    @Override
    public Term visitConditional(Expression.Conditional conditional) {
        @Nullable Type wanted = hint;
        Term condition = condition(conditional.condition(), "a condition");
        Term whenTrue = bind(conditional.whenTrue(), wanted);
        Term whenFalse = bind(conditional.whenFalse(), wanted);
        Type type = Conversions.join(whenTrue.type(), whenFalse.type());
        if (type != null) {
            return new Term.Conditional(condition, whenTrue, whenFalse, type, conditional.span());
        }
        if (wanted != null) {
            Term first = Conversions.convert(whenTrue, wanted);
            Term second = Conversions.convert(whenFalse, wanted);
            if (first != null && second != null) {
                return new Term.Conditional(condition, first, second, wanted, conditional.span());
            }
        }
        log.add(Diagnostic.of(
                        Code.E27,
                        whenFalse.span(),
                        "the branches of `IF` have one type, but they are "
                                + whenTrue.type().notation() + " and "
                                + whenFalse.type().notation() + Advice.toConvert(whenFalse, whenTrue.type()))
                .withRelated(whenTrue.span(), "this is " + whenTrue.type().notation()));
        return Conversions.unknown(conditional.span());
    }

    @Override
    public Term visitBinary(Expression.Binary binary) {
        return operators.binary(binary);
    }

    @Override
    public Term visitUnary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.NEGATE && unary.operand() instanceof Expression.NumberLiteral literal) {
            return Numbers.literal(log, literal.digits(), true, unary.span());
        }
        return operators.unary(unary);
    }

    @Override
    public Term visitCall(Expression.Call call) {
        return calls.call(call, hint);
    }

    @Override
    public Term visitFieldAccess(Expression.FieldAccess access) {
        return names.field(access);
    }

    @Override
    public Term visitComputedField(Expression.ComputedField field) {
        return names.computedField(field);
    }

    @Override
    public Term visitIndex(Expression.Index index) {
        Term target = bind(index.target());
        Type type = target.type();
        if (type instanceof Type.ListOf list) {
            Term place = need(index.index(), Required.byRule(Scalar.INT, "the place of an element"));
            return new Term.ElementOf(target, place, list.element(), index.span());
        }
        if (type instanceof Type.MapOf map) {
            Term key = need(index.index(), Required.byRule(map.key(), "a key of this map"));
            return new Term.ElementOf(target, key, map.value(), index.span());
        }
        bind(index.index());
        if (type != Special.UNKNOWN) {
            log.add(
                    Code.E27,
                    target.span(),
                    "only lists and maps have elements `[...]`, but this is " + type.notation());
        }
        return Conversions.unknown(index.span());
    }

    @Override
    public Term visitNameReference(Expression.NameReference reference) {
        return names.name(reference, hint);
    }

    @Override
    public Term visitNumberLiteral(Expression.NumberLiteral literal) {
        return Numbers.literal(log, literal.digits(), false, literal.span());
    }

    @Override
    public Term visitStringLiteral(Expression.StringLiteral literal) {
        return new Term.Constant(new Text(literal.value()), Scalar.STRING, literal.span());
    }

    @Override
    public Term visitBooleanLiteral(Expression.BooleanLiteral literal) {
        return new Term.Constant(new Value.Bool(literal.value()), Scalar.BOOL, literal.span());
    }

    @Override
    public Term visitNullLiteral(Expression.NullLiteral literal) {
        return new Term.Constant(Value.Absent.INSTANCE, Special.NULL, literal.span());
    }

    @Override
    public Term visitListLiteral(Expression.ListLiteral literal) {
        @Nullable Type wanted = hint instanceof Type.ListOf list ? list.element() : null;
        List<Term> elements = new ArrayList<>();
        for (Expression expression : literal.elements()) {
            Term element = bind(expression, wanted);
            if (element.type() == Special.NULL) {
                log.add(Code.E27, element.span(), "a list holds no `null`");
                element = Conversions.unknown(element.span());
            }
            elements.add(element);
        }
        Type joined = Special.NEVER;
        for (Term element : elements) {
            Type before = joined;
            joined = Conversions.join(before, element.type());
            if (joined == null) {
                return converted(literal, elements, wanted, before, element);
            }
        }
        return new Term.ListOf(elements, new Type.ListOf(joined), literal.span());
    }

    /** A list of elements of several types, if the place of the list wants one that all of them can be. */
    private Term converted(
            Expression.ListLiteral literal, List<Term> elements, @Nullable Type wanted, Type before, Term odd) {
        if (wanted != null) {
            List<Term> converted = new ArrayList<>();
            for (Term element : elements) {
                Term one = Conversions.convert(element, wanted);
                if (one != null) {
                    converted.add(one);
                }
            }
            if (converted.size() == elements.size()) {
                return new Term.ListOf(converted, new Type.ListOf(wanted), literal.span());
            }
        }
        log.add(
                Code.E27,
                odd.span(),
                "the elements of a list have one type; those before are " + before.notation() + ", but this is "
                        + odd.type().notation() + Advice.toConvert(odd, before));
        return Conversions.unknown(literal.span());
    }

    @Override
    public Term visitStructLiteral(Expression.StructLiteral literal) {
        return records.literal(literal, hint);
    }

    /** Whether an expression takes its type from its place. */
    static boolean needsHint(Expression expression) {
        return expression instanceof Expression.NullLiteral
                || expression instanceof Expression.StructLiteral
                || expression instanceof Expression.ListLiteral;
    }

    /** The operator's own text, for faults that are no single operand's. */
    static Span operatorSpan(BinaryOperator operator, Expression.Binary binary) {
        Source source = binary.span().source();
        String text = source.text();
        int at = binary.left().span().end();
        while (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')' || text.charAt(at) == '#') {
            at = text.charAt(at) == '#' ? source.line(source.lineAt(at)).end() : at + 1;
        }
        return source.span(at, at + operator.symbol().length());
    }
}
