package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Terms.binary;
import static io.omerta.protocol.machine.Terms.call;
import static io.omerta.protocol.machine.Terms.fraction;
import static io.omerta.protocol.machine.Terms.nothing;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.Terms.numbers;
import static io.omerta.protocol.machine.Terms.span;
import static io.omerta.protocol.machine.Terms.text;
import static io.omerta.protocol.machine.Terms.time;
import static io.omerta.protocol.machine.Terms.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The table of arithmetic in section 1 of the semantics. */
class ArithmeticTest {
    private static final long MAX = Long.MAX_VALUE;
    private static final long MIN = Long.MIN_VALUE;

    private final Evaluation evaluation = new Evaluation();

    private static Term add(Term a, Term b, Type type) {
        return binary(BinaryOperator.ADD, a, b, type);
    }

    private static Term subtract(Term a, Term b, Type type) {
        return binary(BinaryOperator.SUBTRACT, a, b, type);
    }

    private static Term multiply(Term a, Term b, Type type) {
        return binary(BinaryOperator.MULTIPLY, a, b, type);
    }

    private static Term divide(Term a, Term b, Type type) {
        return binary(BinaryOperator.DIVIDE, a, b, type);
    }

    @Test
    void sumsAndDifferencesOfIntegersAreExactOrFaults() {
        assertEquals(new Value.Int(MAX), evaluation.value(add(number(MAX - 1), number(1), Type.Scalar.INT)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(add(number(MAX), number(1), Type.Scalar.INT)));
        assertEquals(new Value.Int(MIN), evaluation.value(subtract(number(-1), number(MAX), Type.Scalar.INT)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(subtract(number(-2), number(MAX), Type.Scalar.INT)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(new Term.Negate(number(MIN), Type.Scalar.INT, Terms.SPAN)));
    }

    @Test
    void productsOfIntegersAreExactOrFaults() {
        assertEquals(new Value.Int(MIN), evaluation.value(multiply(number(MIN), number(1), Type.Scalar.INT)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(multiply(number(MIN), number(-1), Type.Scalar.INT)));
        assertEquals(
                Fault.Kind.OVERFLOW, evaluation.fault(multiply(number(1L << 32), number(1L << 31), Type.Scalar.INT)));
    }

    @Test
    void quotientsOfIntegersAreFractionsRoundedDown() {
        assertEquals(new Value.Fixed(333_333), evaluation.value(divide(number(1), number(3), Type.Scalar.FIXED)));
        assertEquals(new Value.Fixed(-333_334), evaluation.value(divide(number(-1), number(3), Type.Scalar.FIXED)));
        assertEquals(new Value.Fixed(1_000_000), evaluation.value(divide(number(MAX), number(MAX), Type.Scalar.FIXED)));
    }

    @Test
    void productsOfFractionsAreRoundedDownFromTheExactProduct() {
        assertEquals(
                new Value.Fixed(2_250_000),
                evaluation.value(multiply(fraction(1_500_000), fraction(1_500_000), Type.Scalar.FIXED)));
        assertEquals(new Value.Fixed(-1), evaluation.value(multiply(fraction(-1), fraction(1), Type.Scalar.FIXED)));
        assertEquals(
                new Value.Fixed(4_000_000_000_000_000_000L),
                evaluation.value(
                        multiply(fraction(2_000_000_000_000L), fraction(2_000_000_000_000L), Type.Scalar.FIXED)));
    }

    @Test
    void quotientsOfFractionsAreRoundedDown() {
        assertEquals(
                new Value.Fixed(-666_667),
                evaluation.value(divide(fraction(2_000_000), fraction(-3_000_000), Type.Scalar.FIXED)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(divide(fraction(MAX), fraction(1), Type.Scalar.FIXED)));
    }

    @Test
    void divisionByZeroIsAFault() {
        assertEquals(Fault.Kind.DIVISION_BY_ZERO, evaluation.fault(divide(number(1), number(0), Type.Scalar.FIXED)));
        assertEquals(Fault.Kind.DIVISION_BY_ZERO, evaluation.fault(divide(span(1), number(0), Type.Scalar.DURATION)));
    }

    @Test
    void timesAndDurations() {
        assertEquals(new Value.Timestamp(7), evaluation.value(add(time(5), span(2), Type.Scalar.TIMESTAMP)));
        assertEquals(new Value.Timestamp(0), evaluation.value(subtract(time(5), span(5), Type.Scalar.TIMESTAMP)));
        assertEquals(new Value.Int(-2), evaluation.value(subtract(time(3), time(5), Type.Scalar.DURATION)));
        assertEquals(new Value.Int(15), evaluation.value(multiply(span(3), number(5), Type.Scalar.DURATION)));
        assertEquals(new Value.Int(-4), evaluation.value(divide(span(-7), number(2), Type.Scalar.DURATION)));
        assertEquals(new Value.Fixed(3_500_000), evaluation.value(divide(span(7), span(2), Type.Scalar.FIXED)));
    }

    @Test
    void aTimeBeforeTheEpochIsAFault() {
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(subtract(time(5), span(6), Type.Scalar.TIMESTAMP)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(add(time(MAX), span(1), Type.Scalar.TIMESTAMP)));
    }

    @Test
    void plusJoinsTextsAndLists() {
        assertEquals(new Text("ab"), evaluation.value(add(text("a"), text("b"), Type.Scalar.STRING)));
        assertEquals(
                ValueList.of(new Value.Int(1), new Value.Int(2)),
                evaluation.value(add(numbers(1), numbers(2), Terms.NUMBERS)));
    }

    @Test
    void aJoinedTextBeyondTheLimitOfValuesIsAFault() {
        Term half = text("x".repeat(600_000));
        assertEquals(Fault.Kind.TOO_LARGE, evaluation.fault(add(half, half, Type.Scalar.STRING)));
    }

    @Test
    void conversionsPassNullAndRefuseWhatDoesNotFit() {
        assertEquals(new Value.Fixed(2_000_000), evaluation.value(new Term.Widen(number(2), Terms.SPAN)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(new Term.Widen(number(MAX), Terms.SPAN)));
        assertEquals(Value.Absent.INSTANCE, evaluation.value(new Term.Widen(nothing(), Terms.SPAN)));
        assertEquals(Fault.Kind.NEGATIVE, evaluation.fault(new Term.NotNegative(number(-1), Terms.SPAN)));
        assertEquals(Value.Absent.INSTANCE, evaluation.value(new Term.NotNegative(nothing(), Terms.SPAN)));
    }

    @Test
    void nullEqualsOnlyItselfAndFaultsElsewhere() {
        assertEquals(Value.Bool.TRUE, evaluation.value(Terms.equal(nothing(), nothing())));
        assertEquals(Value.Bool.FALSE, evaluation.value(Terms.equal(nothing(), number(0))));
        assertEquals(Fault.Kind.NULL_VALUE, evaluation.fault(add(number(1), nothing(), Type.Scalar.INT)));
        assertEquals(Fault.Kind.NULL_VALUE, evaluation.fault(Terms.atLeast(nothing(), number(1))));
        assertEquals(Fault.Kind.NULL_VALUE, evaluation.fault(new Term.Not(nothing(), Terms.SPAN)));
    }

    @Test
    void andAndOrEvaluateTheRightOperandOnlyIfItMatters() {
        assertEquals(
                Value.Bool.FALSE,
                evaluation.value(binary(BinaryOperator.AND, truth(false), Terms.abort(), Type.Scalar.BOOL)));
        assertEquals(
                Value.Bool.TRUE,
                evaluation.value(binary(BinaryOperator.OR, truth(true), Terms.abort(), Type.Scalar.BOOL)));
        assertEquals(
                Fault.Kind.ABORTED,
                evaluation.fault(binary(BinaryOperator.OR, truth(false), Terms.abort(), Type.Scalar.BOOL)));
    }

    @Test
    void comparisonsOrderNumbers() {
        long[][] pairs = {{1, 2}, {2, 2}, {3, 2}};
        boolean[][] expected = {{true, true, false, false}, {false, true, false, true}, {false, false, true, true}};
        BinaryOperator[] operators = {
            BinaryOperator.LESS, BinaryOperator.LESS_EQUAL, BinaryOperator.GREATER, BinaryOperator.GREATER_EQUAL
        };
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < operators.length; j++) {
                Term term = binary(operators[j], number(pairs[i][0]), number(pairs[i][1]), Type.Scalar.BOOL);
                assertEquals(new Value.Bool(expected[i][j]), evaluation.value(term));
            }
        }
    }

    @Test
    void mulDivAgreesWithArbitraryPrecision() {
        List<Long> edges = new ArrayList<>(List.of(0L, 1L, -1L, 2L, -2L, 3L, MAX, MIN, MAX - 1, MIN + 1, 1L << 32));
        edges.add(-1L << 32);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 25; i++) {
            edges.add(random.nextLong() >> random.nextInt(64));
        }
        for (long a : edges) {
            for (long b : edges) {
                for (long c : edges) {
                    assertMulDiv(a, b, c);
                }
            }
        }
    }

    private void assertMulDiv(long a, long b, long c) {
        Term term = call(Builtin.MUL_DIV, Type.Scalar.INT, number(a), number(b), number(c));
        if (c == 0) {
            assertEquals(Fault.Kind.DIVISION_BY_ZERO, evaluation.fault(term));
            return;
        }
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(c));
        boolean down = parts[1].signum() != 0 && product.signum() * Long.signum(c) < 0;
        BigInteger exact = down ? parts[0].subtract(BigInteger.ONE) : parts[0];
        if (exact.bitLength() > 63) {
            assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(term), () -> a + " * " + b + " / " + c);
        } else {
            assertEquals(
                    new Value.Int(exact.longValueExact()), evaluation.value(term), () -> a + " * " + b + " / " + c);
        }
    }
}
