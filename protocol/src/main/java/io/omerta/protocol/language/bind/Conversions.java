package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which types stand for which, and the two conversions that are made unasked. */
final class Conversions {
    private static final long MICROS = 1_000_000;

    private Conversions() {}

    /** A term for what is in error already. */
    static Term unknown(Span span) {
        return new Term.Constant(Value.Absent.INSTANCE, Special.UNKNOWN, span);
    }

    /** Whether every value of a type is one of another, without conversion. */
    static boolean fits(Type type, Type required) {
        if (type == required || required == Special.UNKNOWN) {
            return true;
        }
        if (type instanceof Special) {
            return type != Special.CHAIN;
        }
        if (type instanceof Type.ListOf list && required instanceof Type.ListOf other) {
            return fits(list.element(), other.element());
        }
        if (type instanceof Type.MapOf map && required instanceof Type.MapOf other) {
            return fits(map.key(), other.key()) && fits(map.value(), other.value());
        }
        return (type == Scalar.UINT && required == Scalar.INT) || type.equals(required);
    }

    /** The smallest type that two types fit, or null if there is none. */
    static @Nullable Type join(Type first, Type second) {
        int vaguer = definiteness(first) - definiteness(second);
        if (vaguer != 0) {
            return vaguer < 0 ? second : first;
        }
        if (first instanceof Type.ListOf a && second instanceof Type.ListOf b) {
            Type element = join(a.element(), b.element());
            return element == null ? null : new Type.ListOf(element);
        }
        if (first instanceof Type.MapOf a && second instanceof Type.MapOf b) {
            Type key = join(a.key(), b.key());
            Type value = join(a.value(), b.value());
            return key == null || value == null ? null : new Type.MapOf(key, value);
        }
        return fits(first, second) ? second : fits(second, first) ? first : null;
    }

    /** How much a type says: what is in error says nothing about what it is joined with. */
    private static int definiteness(Type type) {
        if (type == Special.NEVER) {
            return 0;
        }
        return type == Special.UNKNOWN ? 1 : type == Special.NULL ? 2 : 3;
    }

    /** The type with negative integers where it has only others: what is compared need not be of the type itself. */
    static Type signed(Type type) {
        if (type instanceof Type.ListOf list) {
            return new Type.ListOf(signed(list.element()));
        }
        if (type instanceof Type.MapOf map) {
            return new Type.MapOf(signed(map.key()), signed(map.value()));
        }
        return type == Scalar.UINT ? Scalar.INT : type;
    }

    /** The term as a value of a type, or null if it cannot be one. */
    static @Nullable Term convert(Term term, Type required) {
        Type type = term.type();
        if (fits(type, required)) {
            return term;
        }
        if (required == Scalar.UINT && type == Scalar.INT) {
            return isNegativeConstant(term) ? null : new Term.NotNegative(term, term.span());
        }
        if (required == Scalar.FIXED && isInteger(type)) {
            return widen(term);
        }
        if (term instanceof Term.ListOf list && required instanceof Type.ListOf other) {
            return convertElements(list, other);
        }
        if (term instanceof Term.Conditional conditional) {
            Term whenTrue = convert(conditional.whenTrue(), required);
            Term whenFalse = convert(conditional.whenFalse(), required);
            return whenTrue == null || whenFalse == null
                    ? null
                    : new Term.Conditional(conditional.condition(), whenTrue, whenFalse, required, term.span());
        }
        return null;
    }

    /** An integer as a fraction. */
    static Term widen(Term integer) {
        if (integer instanceof Term.Constant constant && constant.value() instanceof Value.Int number) {
            long micros = number.value() * MICROS;
            if (micros / MICROS == number.value()) {
                return new Term.Constant(new Value.Fixed(micros), Scalar.FIXED, integer.span());
            }
        }
        return new Term.Widen(integer, integer.span());
    }

    static boolean isInteger(Type type) {
        return type instanceof Scalar scalar && scalar.isInteger();
    }

    static boolean isNumeric(Type type) {
        return isInteger(type) || type == Scalar.FIXED;
    }

    static boolean isNegativeConstant(Term term) {
        return term instanceof Term.Constant constant
                && constant.value() instanceof Value.Int number
                && number.value() < 0;
    }

    private static @Nullable Term convertElements(Term.ListOf list, Type.ListOf required) {
        List<Term> elements = new ArrayList<>();
        for (Term element : list.elements()) {
            Term converted = convert(element, required.element());
            if (converted == null) {
                return null;
            }
            elements.add(converted);
        }
        return new Term.ListOf(elements, required, list.span());
    }
}
