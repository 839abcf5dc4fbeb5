package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Terms.binary;
import static io.omerta.protocol.machine.Terms.call;
import static io.omerta.protocol.machine.Terms.constant;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.fraction;
import static io.omerta.protocol.machine.Terms.lambda;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.nothing;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.Terms.numbers;
import static io.omerta.protocol.machine.Terms.plus;
import static io.omerta.protocol.machine.Terms.span;
import static io.omerta.protocol.machine.Terms.text;
import static io.omerta.protocol.machine.Terms.time;
import static io.omerta.protocol.machine.TestSurroundings.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 5, and what it says of arguments that are {@code null}. */
class BuiltinsTest {
    private static final Type INT = Type.Scalar.INT;
    private static final Type BOOL = Type.Scalar.BOOL;
    private static final Term X = local(0, INT);
    private static final Type AGES = new Type.MapOf(Type.Scalar.STRING, INT);
    private static final Term AGES_OF_TWO =
            constant(ValueMap.of(Map.of(new Text("bo"), new Value.Int(2), new Text("a"), new Value.Int(1))), AGES);

    private final Evaluation evaluation = new Evaluation();

    private static ValueList ints(long... values) {
        return ValueList.of(Arrays.stream(values).mapToObj(Value.Int::new).toList());
    }

    private static Term isOver(long bound) {
        return lambda(0, INT, binary(BinaryOperator.GREATER, X, number(bound), BOOL));
    }

    private Value list(Builtin builtin, Term... arguments) {
        return evaluation.value(call(builtin, Terms.NUMBERS, arguments));
    }

    private Value integer(Builtin builtin, Term... arguments) {
        return evaluation.value(call(builtin, INT, arguments));
    }

    private Value bool(Builtin builtin, Term... arguments) {
        return evaluation.value(call(builtin, BOOL, arguments));
    }

    @Test
    void lengthCountsElementsEntriesCodePointsAndBytes() {
        assertEquals(new Value.Int(3), evaluation.value(Terms.length(numbers(4, 5, 6))));
        assertEquals(new Value.Int(2), evaluation.value(Terms.length(AGES_OF_TWO)));
        assertEquals(new Value.Int(2), evaluation.value(Terms.length(text("a\ud83d\ude00"))));
        Term bytes = constant(ByteString.of(new byte[7]), Type.Scalar.BYTES);
        assertEquals(new Value.Int(7), evaluation.value(Terms.length(bytes)));
        assertEquals(Fault.Kind.NULL_VALUE, evaluation.fault(Terms.length(nothing())));
    }

    @Test
    void mapAndFilterKeepTheOrder() {
        assertEquals(ints(6, 5), list(Builtin.MAP, numbers(5, 4), lambda(0, INT, plus(X, number(1)))));
        assertEquals(ints(5, 7), list(Builtin.FILTER, numbers(5, 4, 7), isOver(4)));
    }

    @Test
    void aNullElementIsAFault() {
        assertEquals(
                Fault.Kind.NULL_VALUE,
                evaluation.fault(call(Builtin.MAP, Terms.NUMBERS, numbers(1), lambda(0, INT, nothing()))));
    }

    @Test
    void findGivesTheFirstOrNull() {
        assertEquals(new Value.Int(5), integer(Builtin.FIND, numbers(4, 5, 6), isOver(4)));
        assertEquals(Value.Absent.INSTANCE, integer(Builtin.FIND, numbers(4, 5, 6), isOver(6)));
    }

    @Test
    void findAllAndAnyStopAtTheElementThatDecides() {
        Term faultsAfterOne = lambda(
                0, INT, new Term.Conditional(equal(X, number(1)), Terms.truth(true), Terms.abort(), BOOL, Terms.SPAN));
        assertEquals(new Value.Int(1), integer(Builtin.FIND, numbers(1, 2), faultsAfterOne));
        assertEquals(Value.Bool.TRUE, bool(Builtin.ANY, numbers(1, 2), faultsAfterOne));
        assertEquals(Fault.Kind.ABORTED, evaluation.fault(call(Builtin.ALL, BOOL, numbers(1, 2), faultsAfterOne)));
        Term notOne = lambda(
                0, INT, new Term.Conditional(equal(X, number(1)), Terms.truth(false), Terms.abort(), BOOL, Terms.SPAN));
        assertEquals(Value.Bool.FALSE, bool(Builtin.ALL, numbers(1, 2), notOne));
    }

    @Test
    void quantifiersOverTheEmptyList() {
        assertEquals(Value.Bool.TRUE, bool(Builtin.ALL, numbers(), isOver(0)));
        assertEquals(Value.Bool.FALSE, bool(Builtin.ANY, numbers(), isOver(0)));
        assertEquals(new Value.Int(0), integer(Builtin.COUNT, numbers(), isOver(0)));
    }

    @Test
    void reduceFoldsFromTheLeft() {
        Term difference = lambda(1, INT, lambda(0, INT, binary(BinaryOperator.SUBTRACT, local(1, INT), X, INT)));
        assertEquals(new Value.Int(4), integer(Builtin.REDUCE, numbers(1, 2, 3), number(10), difference));
    }

    @Test
    void countAndContains() {
        assertEquals(new Value.Int(2), integer(Builtin.COUNT, numbers(5, 4, 7), isOver(4)));
        assertEquals(Value.Bool.TRUE, bool(Builtin.CONTAINS, numbers(5, 4), number(4)));
        assertEquals(Value.Bool.FALSE, bool(Builtin.CONTAINS, numbers(5, 4), number(6)));
    }

    @Test
    void listsArePutTogetherAndTakenApart() {
        assertEquals(ints(1, 2), list(Builtin.CONCAT, numbers(1), numbers(2)));
        assertEquals(ints(1, 2), list(Builtin.APPEND, numbers(1), number(2)));
        assertEquals(ints(1, 3), list(Builtin.REMOVE, numbers(2, 1, 2, 3), number(2)));
        assertEquals(ints(2, 1), list(Builtin.DISTINCT, numbers(2, 1, 2, 1)));
        assertEquals(ints(2, 1), list(Builtin.TAKE, numbers(2, 1, 3), number(2)));
        assertEquals(ints(2), list(Builtin.TAKE, numbers(2), number(9)));
        assertEquals(Fault.Kind.NULL_VALUE, evaluation.fault(call(Builtin.APPEND, INT, numbers(1), nothing())));
    }

    @Test
    void sortIsInCanonicalOrderAndStable() {
        assertEquals(ints(-3, 1, 2), list(Builtin.SORT, numbers(2, -3, 1)));
        Term isOdd = lambda(0, INT, call(Builtin.MOD, INT, X, number(2)));
        assertEquals(ints(4, 2, 5, 1), list(Builtin.SORT, numbers(5, 4, 1, 2), isOdd));
    }

    @Test
    void setEqualsIgnoresOrderAndRepetition() {
        assertEquals(Value.Bool.TRUE, bool(Builtin.SET_EQUALS, numbers(1, 2), numbers(2, 1, 2)));
        assertEquals(Value.Bool.FALSE, bool(Builtin.SET_EQUALS, numbers(1, 2), numbers(1)));
        assertEquals(Value.Bool.FALSE, bool(Builtin.SET_EQUALS, numbers(1), numbers(1, 2)));
    }

    @Test
    void sumsHaveTheTypeOfTheirTerms() {
        assertEquals(new Value.Int(0), integer(Builtin.SUM, numbers()));
        assertEquals(new Value.Int(12), integer(Builtin.SUM, numbers(5, 7)));
        Term halves = lambda(0, INT, fraction(500_000));
        assertEquals(
                new Value.Fixed(1_000_000),
                evaluation.value(call(Builtin.SUM, Type.Scalar.FIXED, numbers(5, 7), halves)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(call(Builtin.SUM, INT, numbers(Long.MAX_VALUE, 1, -1))));
    }

    @Test
    void extremesOfTwoOrOfAList() {
        assertEquals(new Value.Int(2), integer(Builtin.MIN, number(3), number(2)));
        assertEquals(new Value.Int(3), integer(Builtin.MAX, number(3), number(2)));
        assertEquals(new Value.Int(-1), integer(Builtin.MIN, numbers(3, -1, 2)));
        assertEquals(new Value.Int(3), integer(Builtin.MAX, numbers(2, 3, -1)));
        assertEquals(
                new Value.Timestamp(9), evaluation.value(call(Builtin.MAX, Type.Scalar.TIMESTAMP, time(4), time(9))));
        assertEquals(Fault.Kind.OUT_OF_RANGE, evaluation.fault(call(Builtin.MIN, INT, numbers())));
    }

    @Test
    void wholeNumberDivision() {
        assertEquals(new Value.Int(-4), integer(Builtin.DIV, number(-7), number(2)));
        assertEquals(new Value.Int(1), integer(Builtin.MOD, number(-7), number(2)));
        assertEquals(new Value.Int(-1), integer(Builtin.MOD, number(7), number(-2)));
        assertEquals(new Value.Int(0), integer(Builtin.MOD, number(Long.MIN_VALUE), number(-1)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(call(Builtin.DIV, INT, number(Long.MIN_VALUE), number(-1))));
        assertEquals(Fault.Kind.DIVISION_BY_ZERO, evaluation.fault(call(Builtin.MOD, INT, number(1), number(0))));
    }

    @Test
    void signAndConversionsOfNumbers() {
        assertEquals(new Value.Int(5), integer(Builtin.ABS, number(-5)));
        assertEquals(Fault.Kind.OVERFLOW, evaluation.fault(call(Builtin.ABS, INT, number(Long.MIN_VALUE))));
        assertEquals(new Value.Int(-2), integer(Builtin.FLOOR, fraction(-1_000_001)));
        assertEquals(new Value.Int(1500), integer(Builtin.MILLISECONDS, span(1500)));
        assertEquals(new Value.Int(-2), integer(Builtin.SECONDS, span(-1500)));
        assertEquals(new Value.Int(3000), integer(Builtin.DURATION, number(3)));
    }

    @Test
    void mapsAreReadInCanonicalOrderOfTheirKeys() {
        assertEquals(ValueList.of(new Text("a"), new Text("bo")), list(Builtin.KEYS, AGES_OF_TWO));
        assertEquals(ints(1, 2), list(Builtin.VALUES, AGES_OF_TWO));
    }

    @Test
    void mapsByKey() {
        assertEquals(Value.Bool.TRUE, bool(Builtin.HAS_KEY, AGES_OF_TWO, text("a")));
        assertEquals(Value.Bool.FALSE, bool(Builtin.HAS_KEY, AGES_OF_TWO, text("b")));
        assertEquals(new Value.Int(2), integer(Builtin.GET, AGES_OF_TWO, text("bo"), number(9)));
        assertEquals(new Value.Int(9), integer(Builtin.GET, AGES_OF_TWO, text("c"), number(9)));
        Term put = call(Builtin.PUT, AGES, AGES_OF_TWO, text("a"), number(8));
        assertEquals(ints(8, 2), list(Builtin.VALUES, put));
    }

    @Test
    void elementsOfMapsAndLists() {
        Term missing = new Term.ElementOf(AGES_OF_TWO, text("c"), INT, Terms.SPAN);
        assertEquals(Value.Absent.INSTANCE, evaluation.value(missing));
        assertEquals(new Value.Int(6), evaluation.value(new Term.ElementOf(numbers(5, 6), number(1), INT, Terms.SPAN)));
        for (long outside : new long[] {-1, 2, Long.MAX_VALUE}) {
            Term element = new Term.ElementOf(numbers(5, 6), number(outside), INT, Terms.SPAN);
            assertEquals(Fault.Kind.OUT_OF_RANGE, evaluation.fault(element));
        }
    }

    @Test
    void hashTakesNullAndDependsOnEveryArgument() {
        Hash expected = TestSurroundings.HASHER.hash(
                HashDomain.of("omerta.tuple"), ValueList.of(new Value.Int(1), Value.Absent.INSTANCE));
        Term hash = call(Builtin.HASH, Type.Scalar.HASH, number(1), nothing());
        assertEquals(expected, evaluation.value(hash));
        assertNotEquals(expected, evaluation.value(call(Builtin.HASH, Type.Scalar.HASH, number(2), nothing())));
    }

    @Test
    void verifyAcceptsWhatSignMadeForTheSameArguments() {
        Value signature = evaluation.value(call(Builtin.SIGN, Type.Scalar.SIGNATURE, number(1), text("a")));
        Term signed = constant(signature, Type.Scalar.SIGNATURE);
        Term self = constant(peer(0), Type.Scalar.PEER_ID);
        Term other = constant(peer(1), Type.Scalar.PEER_ID);
        assertEquals(Value.Bool.TRUE, bool(Builtin.VERIFY, self, signed, number(1), text("a")));
        assertEquals(Value.Bool.FALSE, bool(Builtin.VERIFY, other, signed, number(1), text("a")));
        assertEquals(Value.Bool.FALSE, bool(Builtin.VERIFY, self, signed, number(1), text("b")));
        assertEquals(Fault.Kind.NULL_VALUE, evaluation.fault(call(Builtin.SIGN, Type.Scalar.SIGNATURE, nothing())));
    }

    @Test
    void samplesFollowThePublishedAlgorithm() {
        Hash seed = Hash.of(new byte[Hash.BYTES]);
        Term of = call(Builtin.SEEDED_RNG, Type.Scalar.HASH, constant(seed, Type.Scalar.HASH));
        assertEquals(
                new SeededSampling(seed).sample(ints(1, 2, 3, 4, 5), 3),
                list(Builtin.SEEDED_SAMPLE, of, numbers(1, 2, 3, 4, 5), number(3)));
        assertEquals(
                Fault.Kind.OUT_OF_RANGE,
                evaluation.fault(call(Builtin.SEEDED_SAMPLE, Terms.NUMBERS, of, numbers(1), number(2))));
    }

    @Test
    void timeSessionAndRandomBytesComeFromTheSurroundings() {
        assertEquals(new Value.Timestamp(1000), evaluation.value(call(Builtin.NOW, Type.Scalar.TIMESTAMP)));
        assertEquals(evaluation.surroundings.session(), evaluation.value(call(Builtin.SESSION, Type.Scalar.HASH)));
        Term bytes = call(Builtin.RANDOM_BYTES, Type.Scalar.BYTES, number(1024));
        assertEquals(1024, ((ByteString) evaluation.value(bytes)).length());
        assertEquals(
                Fault.Kind.OUT_OF_RANGE, evaluation.fault(call(Builtin.RANDOM_BYTES, Type.Scalar.BYTES, number(1025))));
    }

    @Test
    void tooFewRandomBytesAreNoAnswer() {
        evaluation.surroundings.randomBytesMissing = 1;
        assertEquals(
                Fault.Kind.UNANSWERABLE, evaluation.fault(call(Builtin.RANDOM_BYTES, Type.Scalar.BYTES, number(8))));
    }

    @Test
    void readMayBeUnknownButMustBeOfItsType() {
        Term read = call(Builtin.READ, Type.Scalar.UINT, constant(peer(1), Type.Scalar.PEER_ID), text("balance"));
        assertEquals(Value.Absent.INSTANCE, evaluation.value(read));
        evaluation.surroundings.answer = new Value.Int(5);
        assertEquals(new Value.Int(5), evaluation.value(read));
        evaluation.surroundings.answer = new Value.Int(-5);
        assertEquals(Fault.Kind.UNANSWERABLE, evaluation.fault(read));
        evaluation.surroundings.answers = false;
        assertEquals(Fault.Kind.UNANSWERABLE, evaluation.fault(read));
    }

    @Test
    void theOwnChainIsAskedAsNull() {
        evaluation.surroundings.answer = Value.Bool.TRUE;
        Term hash = constant(Hash.of(new byte[Hash.BYTES]), Type.Scalar.HASH);
        assertEquals(Value.Bool.TRUE, bool(Builtin.CHAIN_CONTAINS, new Term.OwnChain(Terms.SPAN), hash));
        assertEquals(
                List.of(List.of(Value.Absent.INSTANCE, Hash.of(new byte[Hash.BYTES]))), evaluation.surroundings.asked);
    }

    @Test
    void answersAboutChainsMustNotBeNull() {
        Term head = call(Builtin.CHAIN_HEAD, Type.Scalar.HASH, new Term.OwnChain(Terms.SPAN));
        assertEquals(Fault.Kind.UNANSWERABLE, evaluation.fault(head));
    }

    @Test
    void resultsOfNativeFunctionsAreTypeChecked() {
        NativeModel required = new NativeModel("probe", List.of(), INT, false, "lib", Terms.SPAN);
        NativeModel optional = new NativeModel("probe", List.of(), INT, true, "lib", Terms.SPAN);
        Term must = new Term.CallNative(required, List.of(), Terms.SPAN);
        Term may = new Term.CallNative(optional, List.of(), Terms.SPAN);
        assertEquals(Fault.Kind.UNANSWERABLE, evaluation.fault(must));
        assertEquals(Value.Absent.INSTANCE, evaluation.value(may));
        evaluation.surroundings.answer = new Text("five");
        assertEquals(Fault.Kind.UNANSWERABLE, evaluation.fault(may));
        evaluation.surroundings.answer = new Value.Int(5);
        assertEquals(new Value.Int(5), evaluation.value(must));
    }

    @Test
    void signaturesHaveTheirOwnKind() {
        Value signature = evaluation.value(call(Builtin.SIGN, Type.Scalar.SIGNATURE, number(1)));
        assertEquals(Signature.BYTES, ((Signature) signature).length());
    }

    @Test
    void abortIsAFaultWithItsReason() {
        assertEquals(Fault.Kind.ABORTED, evaluation.fault(Terms.abort()));
    }

    @Test
    void loadGivesTheVariableEvenIfItIsNull() {
        Term variable = new Term.Variable(0, "x", INT, Terms.SPAN);
        Term load = call(Builtin.LOAD, INT, variable);
        assertEquals(Value.Absent.INSTANCE, evaluation.value(load, Value.Absent.INSTANCE));
        assertEquals(new Value.Int(4), evaluation.value(load, new Value.Int(4)));
    }
}
