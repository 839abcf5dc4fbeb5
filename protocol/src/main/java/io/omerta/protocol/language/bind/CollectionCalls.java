package io.omerta.protocol.language.bind;

import static io.omerta.protocol.language.model.Type.Scalar.BOOL;
import static io.omerta.protocol.language.model.Type.Scalar.BYTES;
import static io.omerta.protocol.language.model.Type.Scalar.FIXED;
import static io.omerta.protocol.language.model.Type.Scalar.HASH;
import static io.omerta.protocol.language.model.Type.Scalar.INT;
import static io.omerta.protocol.language.model.Type.Scalar.STRING;
import static io.omerta.protocol.language.model.Type.Scalar.UINT;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.tree.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of the calls of built-in functions of lists and maps. */
final class CollectionCalls {
    /** Each level of REDUCE within REDUCE whose start has no definite type is bound twice as often as the one around it. */
    private static final int MAX_TRIALS = 3;

    private final BindLog log;
    private int trials;

    CollectionCalls(BindLog log) {
        this.log = log;
    }

    Term bind(Builtin builtin, BuiltinArguments arguments, @Nullable Type hint) {
        return switch (builtin) {
            case LENGTH -> length(arguments);
            case MAP -> {
                Type element = arguments.list(null);
                Type result = arguments.lambda(element, null, hint instanceof Type.ListOf list ? list.element() : null);
                yield arguments.result(new Type.ListOf(result));
            }
            case FILTER -> {
                Type element = arguments.list(hint);
                arguments.lambda(element, BOOL, null);
                yield arguments.result(new Type.ListOf(element));
            }
            case FIND -> {
                Type shape = shape(hint);
                Type element = arguments.list(shape == null ? null : new Type.ListOf(shape));
                arguments.lambda(element, BOOL, null);
                yield arguments.result(element);
            }
            case REDUCE -> reduce(arguments, hint);
            case COUNT, ALL, ANY -> {
                arguments.lambda(arguments.list(null), BOOL, null);
                yield arguments.result(builtin == Builtin.COUNT ? UINT : BOOL);
            }
            case CONTAINS -> {
                arguments.compared(arguments.list(null));
                yield arguments.result(BOOL);
            }
            case CONCAT -> concat(arguments, hint);
            case APPEND -> {
                Type element = arguments.part(arguments.list(hint));
                yield arguments.result(new Type.ListOf(element));
            }
            case REMOVE -> {
                Type element = arguments.list(hint);
                arguments.compared(element);
                yield arguments.result(new Type.ListOf(element));
            }
            case DISTINCT -> arguments.result(new Type.ListOf(arguments.list(hint)));
            case TAKE -> {
                Type element = arguments.list(hint);
                arguments.need(UINT);
                yield arguments.result(new Type.ListOf(element));
            }
            case SORT -> {
                Type element = arguments.list(hint);
                if (arguments.count() > 1) {
                    arguments.lambda(element, null, null);
                }
                yield arguments.result(new Type.ListOf(element));
            }
            case SET_EQUALS -> {
                Type element = arguments.list(null);
                arguments.compared(new Type.ListOf(element));
                yield arguments.result(BOOL);
            }
            case SUM -> sum(arguments);
            case MIN, MAX -> extreme(builtin, arguments);
            case SEEDED_SAMPLE -> {
                arguments.need(HASH);
                Type element = arguments.list(hint);
                arguments.need(UINT);
                yield arguments.result(new Type.ListOf(element));
            }
            case KEYS, VALUES -> {
                Type.MapOf map = arguments.map(null);
                yield map == null
                        ? arguments.failed()
                        : arguments.result(new Type.ListOf(builtin == Builtin.KEYS ? map.key() : map.value()));
            }
            case HAS_KEY -> {
                Type.MapOf map = arguments.map(null);
                arguments.compared(map == null ? Special.UNKNOWN : map.key());
                yield arguments.result(BOOL);
            }
            case GET -> {
                Type.MapOf map = arguments.map(null);
                arguments.compared(map == null ? Special.UNKNOWN : map.key());
                Type value = arguments.part(map == null ? Special.UNKNOWN : map.value());
                yield map == null ? arguments.failed() : arguments.result(value);
            }
            case PUT -> {
                Type.MapOf map = arguments.map(hint);
                Type key = arguments.part(map == null ? Special.UNKNOWN : map.key());
                Type value = arguments.part(map == null ? Special.UNKNOWN : map.value());
                yield map == null ? arguments.failed() : arguments.result(new Type.MapOf(key, value));
            }
            default -> throw new IllegalArgumentException(builtin + " is no function of lists or maps");
        };
    }

    private static Term length(BuiltinArguments arguments) {
        String what = arguments.nextNamed();
        Term argument = arguments.any(null);
        Type type = argument.type();
        boolean fits = type instanceof Type.ListOf || type instanceof Type.MapOf || type == STRING || type == BYTES;
        if (!fits) {
            arguments.misfit(argument, what + " is a list, a map, a string or bytes");
        }
        return arguments.result(UINT);
    }

    /** Folding starts with a value of the type that folding gives; of integers it may be negative in between. */
    private Term reduce(BuiltinArguments arguments, @Nullable Type hint) {
        Type element = arguments.list(null);
        Term start = arguments.any(shape(hint));
        Type type = start.type() == UINT ? INT : start.type();
        Expression next = arguments.next();
        if (!(next instanceof Expression.Lambda outer && outer.body() instanceof Expression.Lambda)) {
            log.add(Code.E27, next.span(), arguments.nextNamed() + " is a function: write `acc => x => ...`");
            return arguments.failed();
        }
        if (containsNever(type) && trials < MAX_TRIALS) {
            trials++;
            BindLog.Mark mark = log.mark();
            Type joined = Conversions.join(type, arguments.fold(type, element, null));
            arguments.removeLast();
            log.undo(mark);
            trials--;
            type = joined == null ? type : joined;
        }
        arguments.fold(type, element, type);
        return arguments.result(type);
    }

    /** A hint for what is converted afterwards if it is a number: only the result has to fit, not what it is made from. */
    private static @Nullable Type shape(@Nullable Type hint) {
        return hint == null || Conversions.isNumeric(hint) ? null : hint;
    }

    private static boolean containsNever(Type type) {
        if (type instanceof Type.ListOf list) {
            return containsNever(list.element());
        }
        return type == Special.NEVER
                || (type instanceof Type.MapOf map && (containsNever(map.key()) || containsNever(map.value())));
    }

    private static Term concat(BuiltinArguments arguments, @Nullable Type hint) {
        String what = arguments.nextNamed();
        Term first = arguments.any(hint);
        if (first.type() == STRING || first.type() == BYTES) {
            arguments.need(first.type());
            return arguments.result(first.type());
        }
        if (!(first.type() instanceof Type.ListOf)) {
            arguments.misfit(first, what + " is a list, a string or bytes");
            return arguments.failed();
        }
        arguments.compared(first.type());
        Type joined = Conversions.join(first.type(), arguments.bound().get(1).type());
        return arguments.result(joined == null ? Special.UNKNOWN : joined);
    }

    private static Term sum(BuiltinArguments arguments) {
        String what = arguments.nextNamed();
        Type element = arguments.list(null);
        Type number = arguments.count() > 1 ? arguments.lambda(element, null, null) : element;
        if (number == Special.NEVER) {
            return arguments.result(UINT);
        }
        if (!Conversions.isNumeric(number)) {
            Term last = arguments.bound().get(arguments.count() - 1);
            if (number != Special.UNKNOWN) {
                arguments.misfit(
                        last,
                        arguments.count() > 1 ? "the function of `SUM` gives numbers" : what + " is a list of numbers");
            }
            return arguments.failed();
        }
        return arguments.result(number);
    }

    /** Of a list, or of two values that have an order. */
    private static Term extreme(Builtin builtin, BuiltinArguments arguments) {
        String what = "`" + builtin + "` takes numbers, timestamps or durations";
        if (arguments.count() == 1) {
            Type element = arguments.list(null);
            Term list = arguments.bound().get(0);
            if (element != Special.UNKNOWN && !Operators.areOrdered(element, element)) {
                arguments.misfit(list, what);
                return arguments.failed();
            }
            return arguments.result(element);
        }
        Term first = arguments.any(null);
        Term second = arguments.any(first.type());
        if (first.type() == Special.UNKNOWN || second.type() == Special.UNKNOWN) {
            return arguments.failed();
        }
        if (!Operators.areOrdered(first.type(), second.type())) {
            boolean faultOfFirst = !Operators.areOrdered(first.type(), first.type());
            arguments.misfit(faultOfFirst ? first : second, what + (faultOfFirst ? "" : " of one kind"));
            return arguments.failed();
        }
        return arguments.result(extreme(builtin, arguments, first, second));
    }

    private static Type extreme(Builtin builtin, BuiltinArguments arguments, Term first, Term second) {
        if (!Conversions.isNumeric(first.type())) {
            return first.type();
        }
        if (first.type() == FIXED || second.type() == FIXED) {
            List<Term> bound = arguments.bound();
            bound.replaceAll(term -> Conversions.isInteger(term.type()) ? Conversions.widen(term) : term);
            return FIXED;
        }
        boolean natural = builtin == Builtin.MAX
                ? first.type() == UINT || second.type() == UINT
                : first.type() == UINT && second.type() == UINT;
        return natural ? UINT : INT;
    }
}
