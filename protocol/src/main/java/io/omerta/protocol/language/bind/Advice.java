package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.tree.BinaryOperator;

/** How a value of one type is made one of another. */
final class Advice {
    private Advice() {}

    /** What to write, from the semicolon on; empty if there is nothing to advise. */
    static String toConvert(Term term, Type required) {
        Type type = term.type();
        if (Conversions.isInteger(required) && type == Scalar.FIXED) {
            return isQuotientOfIntegers(term)
                    ? "; write `DIV(a, b)` for a whole quotient, rounded down"
                    : "; write `FLOOR(...)` to round down";
        }
        if (required == Scalar.DURATION && Conversions.isInteger(type)) {
            return "; write `DURATION(...)` of seconds";
        }
        if (Conversions.isInteger(required) && type == Scalar.DURATION) {
            return "; write `SECONDS(...)` or `MILLISECONDS(...)`";
        }
        if (required == Scalar.HASH && (type == Scalar.STRING || type == Scalar.BYTES)) {
            return "; write `HASH(...)`";
        }
        return "";
    }

    static boolean isQuotientOfIntegers(Term term) {
        return term instanceof Term.Binary binary
                && binary.operator() == BinaryOperator.DIVIDE
                && Conversions.isInteger(binary.left().type())
                && Conversions.isInteger(binary.right().type());
    }
}
