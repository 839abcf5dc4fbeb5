package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers as they are written. */
final class Numbers {
    private static final int DECIMALS = 6;

    private Numbers() {}

    /**
     * A literal.
     *
     * @param digits without sign
     * @param negative whether a minus stands before them
     */
    static Term literal(BindLog log, String digits, boolean negative, Span span) {
        BigDecimal number = number(digits, negative);
        boolean fraction = digits.indexOf('.') >= 0;
        Optional<Value> value = fraction ? fixed(log, number, span) : integer(log, number, span);
        if (value.isEmpty()) {
            return Conversions.unknown(span);
        }
        Type type = fraction ? Type.Scalar.FIXED : negative ? Type.Scalar.INT : Type.Scalar.UINT;
        return new Term.Constant(value.get(), type, span);
    }

    static BigDecimal number(String digits, boolean negative) {
        BigDecimal number = new BigDecimal(digits);
        return negative ? number.negate() : number;
    }

    /** The number as an integer of 64 bits; else the fault has been told. */
    static Optional<Value> integer(BindLog log, BigDecimal number, Span span) {
        return inRange(log, number.toBigIntegerExact(), span).map(Value.Int::new);
    }

    /** The number as millionths; else the fault has been told. */
    static Optional<Value> fixed(BindLog log, BigDecimal number, Span span) {
        BigDecimal micros = number.movePointRight(DECIMALS).stripTrailingZeros();
        if (micros.scale() > 0) {
            log.add(
                    Code.E27,
                    span,
                    "`" + span.text() + "` has more than " + DECIMALS + " decimals; a fraction counts millionths");
            return Optional.empty();
        }
        return inRange(log, micros.toBigIntegerExact(), span).map(Value.Fixed::new);
    }

    private static Optional<Long> inRange(BindLog log, BigInteger number, Span span) {
        if (number.bitLength() >= Long.SIZE) {
            log.add(
                    Code.E27,
                    span,
                    "`" + shortened(span.text()) + "` does not fit into 64 bits; integers go to " + Long.MAX_VALUE
                            + ", fractions to 9223372036854.775807");
            return Optional.empty();
        }
        return Optional.of(number.longValueExact());
    }

    private static String shortened(String digits) {
        return digits.length() <= 30 ? digits : digits.substring(0, 27) + "...";
    }
}
