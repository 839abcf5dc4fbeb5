package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Section 1: conversions, arithmetic and comparison, with exact integers that are narrowed at the end. */
final class NaiveArithmetic {
    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

    private NaiveArithmetic() {}

    /** The number that a value counts: of millionths, of milliseconds, or of units. */
    static BigInteger number(Value value) {
        if (value instanceof Value.Int integer) {
            return BigInteger.valueOf(integer.value());
        }
        if (value instanceof Value.Fixed fixed) {
            return BigInteger.valueOf(fixed.micros());
        }
        if (value instanceof Value.Timestamp timestamp) {
            return BigInteger.valueOf(timestamp.millis());
        }
        throw new IllegalStateException("no number: " + value);
    }

    static long narrow(BigInteger exact) {
        if (exact.bitLength() > 63) {
            throw new NaiveFault(Fault.Kind.OVERFLOW);
        }
        return exact.longValueExact();
    }

    /** A value of a type from the number that it counts. */
    static Value of(Ty type, BigInteger exact) {
        long number = narrow(exact);
        if (type.equals(Ty.FIXED)) {
            return new Value.Fixed(number);
        }
        if (!type.equals(Ty.TIMESTAMP)) {
            return new Value.Int(number);
        }
        if (number < 0) {
            throw new NaiveFault(Fault.Kind.OVERFLOW);
        }
        return new Value.Timestamp(number);
    }

    /** The value as one of the type, by the two conversions that are made unasked. */
    static Value convert(Value value, Ty type) {
        if (type.equals(Ty.FIXED) && value instanceof Value.Int) {
            return of(Ty.FIXED, number(value).multiply(MICROS));
        }
        if (type.equals(Ty.UINT) && value instanceof Value.Int integer && integer.value() < 0) {
            throw new NaiveFault(Fault.Kind.NEGATIVE);
        }
        return value;
    }

    static Value notNull(Value value) {
        if (value instanceof Value.Absent) {
            throw new NaiveFault(Fault.Kind.NULL_VALUE);
        }
        return value;
    }

    /** What is made of lists, maps, texts or structs; a fault if no value may be as large. */
    static <V extends Value> V sized(Supplier<V> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException tooLarge) {
            throw new NaiveFault(Fault.Kind.TOO_LARGE);
        }
    }

    static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw new NaiveFault(Fault.Kind.DIVISION_BY_ZERO);
        }
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != divisor.signum();
        return roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** A sum, difference, product or quotient of values that are not null. */
    static Value calculate(BinaryOperator operator, Ty leftType, Value left, Ty rightType, Value right) {
        Ty type = NaiveTypes.binary(operator, leftType, rightType);
        if (operator == BinaryOperator.ADD && !isNumber(type)) {
            return join(left, right);
        }
        BigInteger a = number(left);
        BigInteger b = number(right);
        boolean fixed = leftType.equals(Ty.FIXED) || rightType.equals(Ty.FIXED);
        return switch (operator) {
            case ADD -> of(type, a.add(b));
            case SUBTRACT -> of(type, a.subtract(b));
            case MULTIPLY -> of(type, fixed ? floorDivide(a.multiply(b), MICROS) : a.multiply(b));
            case DIVIDE -> of(type, floorDivide(type.equals(Ty.FIXED) ? a.multiply(MICROS) : a, b));
            default -> throw new IllegalStateException("no arithmetic: " + operator);
        };
    }

    static boolean isNumber(Ty type) {
        return type.isInteger() || type.equals(Ty.FIXED) || type.equals(Ty.DURATION) || type.equals(Ty.TIMESTAMP);
    }

    static boolean compares(BinaryOperator operator, Value left, Value right) {
        int order = number(left).compareTo(number(right));
        return switch (operator) {
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER_EQUAL -> order >= 0;
            default -> throw new IllegalStateException("no comparison: " + operator);
        };
    }

    /** Two texts, byte strings or lists in one. */
    static Value join(Value left, Value right) {
        if (left instanceof Text text) {
            return sized(() -> new Text(text.text() + ((Text) right).text()));
        }
        if (left instanceof ByteString bytes) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(bytes.toByteArray());
            both.writeBytes(((ByteString) right).toByteArray());
            return sized(() -> ByteString.of(both.toByteArray()));
        }
        List<Value> both = new ArrayList<>(((ValueList) left).elements());
        both.addAll(((ValueList) right).elements());
        return list(both);
    }

    static ValueList list(List<Value> elements) {
        return sized(() -> ValueList.of(elements));
    }
}
