package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.wire.TypeDescriptor.EnumOf;
import io.omerta.protocol.wire.TypeDescriptor.ListOf;
import io.omerta.protocol.wire.TypeDescriptor.MapOf;
import io.omerta.protocol.wire.TypeDescriptor.OptionalOf;
import io.omerta.protocol.wire.TypeDescriptor.Primitive;
import io.omerta.protocol.wire.TypeDescriptor.StructOf;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCodecTest {
    private static final StructShape VOTE = StructShape.of("VOTE", "witness", "verdict", "reason");
    private static final StructShape RESULT = StructShape.of("RESULT", "session", "amount", "votes", "balances");
    private static final TypeDescriptor VERDICT = new EnumOf("Verdict", List.of("ACCEPT", "REJECT"));
    private static final TypeDescriptor VOTE_TYPE =
            new StructOf(VOTE, List.of(Primitive.PEER_ID, VERDICT, new OptionalOf(Primitive.STRING)));
    private static final TypeDescriptor RESULT_TYPE = new StructOf(
            RESULT,
            List.of(
                    Primitive.HASH,
                    Primitive.UINT,
                    new ListOf(VOTE_TYPE),
                    new MapOf(Primitive.STRING, Primitive.FIXED)));

    private static final Value SESSION = Hash.of(new byte[Hash.BYTES]);
    private static final Value WITNESS = PeerId.of(new byte[PeerId.BYTES]);

    private final TypedCodec codec = new TypedCodec("payload", RESULT_TYPE);

    private static Value vote(Value verdict, Value reason) {
        return Struct.of(VOTE, WITNESS, verdict, reason);
    }

    private static Value result(Value amount, Value votes, Value balances) {
        return Struct.of(RESULT, SESSION, amount, votes, balances);
    }

    private static Value result(Value vote) {
        Value accept = vote(new Value.EnumMember("ACCEPT"), Value.Absent.INSTANCE);
        return result(new Value.Int(5), ValueList.of(accept, vote), Notation.parse("{\"a\": 1.000000}"));
    }

    private void refuses(String message, Value value) {
        Decoded decoded = codec.decode(CanonicalEncoder.encode(value));
        assertEquals(message, assertInstanceOf(Decoded.Mistyped.class, decoded).message());
    }

    @Test
    void valueOfTheTypeIsEncodedAndRead() {
        Value value = result(vote(new Value.EnumMember("REJECT"), new Text("too late")));
        byte[] bytes = codec.encode(value);
        assertArrayEquals(CanonicalEncoder.encode(value), bytes);
        assertEquals(new Decoded.Accepted(value), codec.decode(bytes));
    }

    @Test
    void unknownEnumMemberIsNamedWithItsPlace() {
        refuses(
                "payload.votes[1].verdict: expected Verdict (ACCEPT, REJECT), but found enum member ACCPT",
                result(vote(new Value.EnumMember("ACCPT"), Value.Absent.INSTANCE)));
    }

    @Test
    void textIsNoEnumMember() {
        refuses(
                "payload.votes[1].verdict: expected Verdict (ACCEPT, REJECT), but found string \"ACCEPT\"",
                result(vote(new Text("ACCEPT"), Value.Absent.INSTANCE)));
    }

    @Test
    void optionalValueMustBeOfItsTypeWhenThere() {
        refuses(
                "payload.votes[1].reason: expected string, but found int 3",
                result(vote(new Value.EnumMember("ACCEPT"), new Value.Int(3))));
    }

    @Test
    void absentValueIsRefusedWhereItIsNotOptional() {
        refuses(
                "payload.votes[1].verdict: expected Verdict (ACCEPT, REJECT), but found absent",
                result(vote(Value.Absent.INSTANCE, Value.Absent.INSTANCE)));
        refuses(
                "payload.amount: expected uint, but found absent",
                result(Value.Absent.INSTANCE, ValueList.of(), map("{}")));
    }

    @Test
    void negativeNumberIsNoUint() {
        refuses(
                "payload.amount: expected uint, which is at least 0, but found -1",
                result(new Value.Int(-1), ValueList.of(), map("{}")));
    }

    @Test
    void listWhereAMapBelongsIsRefused() {
        refuses(
                "payload.balances: expected map<string, fixed>, but found list",
                result(new Value.Int(1), ValueList.of(), ValueList.of()));
        refuses("payload.votes: expected list<VOTE>, but found map", result(new Value.Int(1), map("{}"), map("{}")));
    }

    @Test
    void mapEntriesAreNamedByTheirKeys() {
        refuses(
                "payload.balances[\"bob\"]: expected fixed, but found int 2",
                result(new Value.Int(1), ValueList.of(), map("{\"al\": 1.000000, \"bob\": 2}")));
        refuses(
                "payload.balances[key 7]: expected string, but found int 7",
                result(new Value.Int(1), ValueList.of(), map("{7: 1.000000}")));
    }

    @Test
    void longKeysAreClippedInThePlace() {
        refuses(
                "payload.balances[\"" + "k".repeat(39) + "...]: expected fixed, but found int 2",
                result(new Value.Int(1), ValueList.of(), map("{\"" + "k".repeat(90) + "\": 2}")));
    }

    private static Value map(String notation) {
        return Notation.parse(notation);
    }

    @Test
    void structOfAnotherNameIsRefused() {
        refuses("payload: expected struct RESULT, but found struct OTHER", map("OTHER{session: 1}"));
        refuses("payload: expected RESULT, but found bool true", Value.Bool.TRUE);
    }

    @Test
    void missingAddedAndSwappedFieldsAreNamed() {
        refuses(
                "payload: expected field votes at place 3, but found no field at place 3",
                map("RESULT{session: 1, amount: 2}"));
        refuses(
                "payload: expected no field at place 5, but found field more at place 5",
                map("RESULT{session: 1, amount: 2, votes: 3, balances: 4, more: 5}"));
        refuses(
                "payload: expected field session at place 1, but found field amount at place 1",
                map("RESULT{amount: 2, session: 1, votes: 3, balances: 4}"));
    }

    @Test
    void valueOfAnotherTypeIsNotEncoded() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> codec.encode(Value.Bool.TRUE));
        assertEquals("payload: expected RESULT, but found bool true", refusal.getMessage());
    }

    @Test
    void bytesThatAreNoValueAreRefusedAsSuch() {
        assertEquals(new Decoded.Malformed(Malformation.UNKNOWN_TAG, 0), codec.decode(new byte[] {0x7f}));
    }

    @Test
    void structTypeWithoutATypeForEachFieldIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new StructOf(VOTE, List.of(Primitive.PEER_ID)));
        assertEquals("VOTE has 3 fields, but 1 types were given", refusal.getMessage());
    }

    @Test
    void eachPrimitiveTypeTakesExactlyItsKind() {
        RandomValues values = new RandomValues(7);
        for (int i = 0; i < 5_000; i++) {
            Value value = values.next(0);
            for (Primitive type : Primitive.values()) {
                boolean belongs = type.kind() == value.kind()
                        && !(type == Primitive.UINT && value instanceof Value.Int number && number.value() < 0);
                assertEquals(belongs, new TypedCodec("value", type).check(value) == null, type + " and " + value);
            }
        }
    }
}
