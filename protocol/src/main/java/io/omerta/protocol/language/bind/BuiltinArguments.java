package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the arguments of one call of a built-in function, from left to right. */
final class BuiltinArguments {
    private final Builtin builtin;
    private final Expression.Call call;
    private final Scope scope;
    private final BindLog log;
    private final Expressions expressions;
    private final List<Term> bound = new ArrayList<>();

    BuiltinArguments(Builtin builtin, Expression.Call call, Scope scope, BindLog log, Expressions expressions) {
        this.builtin = builtin;
        this.call = call;
        this.scope = scope;
        this.log = log;
        this.expressions = expressions;
    }

    int count() {
        return call.arguments().size();
    }

    /** Where the function is named. */
    Span callee() {
        return call.callee().span();
    }

    /** The expression of the argument that comes next. */
    Expression next() {
        return call.arguments().get(bound.size());
    }

    /** Number of the argument that comes next, as people count. */
    String nextNamed() {
        return "argument " + (bound.size() + 1) + " of `" + builtin + "`";
    }

    /** Takes an argument of a type. */
    void need(Type type) {
        add(present(expressions.need(next(), Required.byRule(type, nextNamed()))));
    }

    /** Takes an argument as it is. */
    Term any(@Nullable Type hint) {
        return add(present(expressions.bind(next(), hint)));
    }

    /** Tells an argument that is always a fault. */
    private Term present(Term argument) {
        if (argument.type() == Special.NULL) {
            log.add(Code.E27, argument.span(), nextNamed() + " is never `null`");
            return Conversions.unknown(argument.span());
        }
        return argument;
    }

    /** Takes a term that was bound already. */
    Term add(Term argument) {
        bound.add(argument);
        return argument;
    }

    /** Takes the last argument back, to replace it by a converted one. */
    void replaceLast(Term argument) {
        bound.set(bound.size() - 1, argument);
    }

    /** Takes a list and gives the type of its elements. */
    Type list(@Nullable Type hint) {
        String what = nextNamed();
        Term list = any(hint);
        if (list.type() instanceof Type.ListOf type) {
            return type.element();
        }
        misfit(list, what + " is a list");
        return Special.UNKNOWN;
    }

    /** Takes a map; null if it is none, which has been told. */
    Type.@Nullable MapOf map(@Nullable Type hint) {
        String what = nextNamed();
        Term map = any(hint);
        if (map.type() instanceof Type.MapOf type) {
            return type;
        }
        misfit(map, what + " is a map");
        return null;
    }

    /** Takes a value that becomes part of a list or map, and gives the type of the parts then. */
    Type part(Type type) {
        if (type == Special.NEVER || type == Special.UNKNOWN) {
            return any(null).type();
        }
        need(type);
        return type;
    }

    /** Takes a value that is compared with others of a type. */
    void compared(Type type) {
        String what = nextNamed();
        Term value = any(Conversions.signed(type));
        if (Conversions.join(value.type(), type) == null) {
            replaceLast(expressions.fit(value, Required.byRule(type, what)));
        }
    }

    /**
     * Takes a function of one parameter and gives the type of its result.
     *
     * @param result the required type of the result, or null for any
     * @param hint for the result, if any type will do
     */
    Type lambda(Type parameter, @Nullable Type result, @Nullable Type hint) {
        Expression next = next();
        if (!(next instanceof Expression.Lambda lambda)) {
            log.add(Code.E27, next.span(), nextNamed() + " is a function: write `x => ...`");
            add(Conversions.unknown(next.span()));
            return Special.UNKNOWN;
        }
        String what = "the result of this function of `" + builtin + "`";
        ReservedNames.check(log, lambda.parameter(), "a parameter");
        Scope.Inner inner = scope.enter(
                lambda.parameter().text(), parameter, lambda.parameter().span());
        Term body = result != null
                ? expressions.need(lambda.body(), Required.byRule(result, what))
                : expressions.bind(lambda.body(), hint);
        scope.leave(inner);
        if (result == null && hint != null) {
            Term converted = Conversions.convert(body, hint);
            body = converted == null ? body : converted;
        }
        Type type = new Type.Lambda(parameter, body.type());
        add(new Term.Lambda(inner.local().index(), body, type, lambda.span()));
        return body.type();
    }

    /**
     * Takes a function of two parameters, {@code acc => x => body}, and gives the type of its result.
     *
     * @param result the required type of the result, or null for any
     */
    Type fold(Type accumulator, Type element, @Nullable Type result) {
        if (!(next() instanceof Expression.Lambda outer && outer.body() instanceof Expression.Lambda lambda)) {
            throw new IllegalStateException("no function of two parameters");
        }
        String what = "the result of this function of `" + builtin + "`";
        ReservedNames.check(log, outer.parameter(), "a parameter");
        ReservedNames.check(log, lambda.parameter(), "a parameter");
        Scope.Inner first = scope.enter(
                outer.parameter().text(), accumulator, outer.parameter().span());
        Scope.Inner second = scope.enter(
                lambda.parameter().text(), element, lambda.parameter().span());
        Term body = result != null
                ? expressions.need(lambda.body(), Required.byRule(result, what))
                : expressions.bind(lambda.body());
        scope.leave(second);
        scope.leave(first);
        Type ofInner = new Type.Lambda(element, body.type());
        Term inner = new Term.Lambda(second.local().index(), body, ofInner, lambda.span());
        add(new Term.Lambda(first.local().index(), inner, new Type.Lambda(accumulator, ofInner), outer.span()));
        return body.type();
    }

    void removeLast() {
        bound.remove(bound.size() - 1);
    }

    /** Tells that an argument is not what it has to be. */
    void misfit(Term argument, String needed) {
        if (argument.type() != Special.UNKNOWN) {
            log.add(
                    Code.E27,
                    argument.span(),
                    needed + ", but this is " + argument.type().notation());
        }
    }

    /** The call. */
    Term result(Type type) {
        return new Term.CallBuiltin(builtin, bound, type, call.span());
    }

    /** What stands for the call after a fault that has been told. */
    Term failed() {
        return Conversions.unknown(call.span());
    }

    List<Term> bound() {
        return bound;
    }
}
