package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ValueTest {
    private static void refuses(String message, Executable construction) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, construction).getMessage());
    }

    @Test
    void bytesGivenToAValueAreCopied() {
        byte[] bytes = new byte[Hash.BYTES];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.toByteArray()[1] = 1;
        assertArrayEquals(new byte[Hash.BYTES], hash.toByteArray());
    }

    @Test
    void elementsGivenToAValueAreCopied() {
        Value[] elements = {Value.Bool.TRUE};
        ValueList list = ValueList.of(elements);
        elements[0] = Value.Bool.FALSE;
        assertEquals(Value.Bool.TRUE, list.get(0));
        assertThrows(UnsupportedOperationException.class, () -> list.elements().set(0, Value.Bool.FALSE));
    }

    @Test
    void sameBytesAsHashAndAsPeerIdAreDifferentValues() {
        byte[] bytes = new byte[32];
        assertNotEquals((Value) Hash.of(bytes), PeerId.of(bytes));
    }

    @Test
    void sameNumberAsIntAndAsFixedIsADifferentValue() {
        assertNotEquals((Value) new Value.Int(1), new Value.Fixed(1));
    }

    @Test
    void hexDigitsAreTheBytes() {
        String hex = "00ff".repeat(16);
        assertEquals(hex, Hash.ofHex(hex).toHex());
    }

    @Test
    void wrongNumberOfBytesIsRefused() {
        refuses("a hash is 32 bytes long, but 31 were given", () -> Hash.of(new byte[31]));
        refuses("a peer id is 32 bytes long, but 33 were given", () -> PeerId.of(new byte[33]));
        refuses("a signature is 64 bytes long, but 65 were given", () -> Signature.of(new byte[65]));
    }

    @Test
    void unpairedSurrogatesAreRefused() {
        refuses("text has an unpaired surrogate at index 1", () -> new Text("a\ud800"));
        refuses("text has an unpaired surrogate at index 0", () -> new Text("\udc00\ud800"));
    }

    @Test
    void negativeTimestampIsRefused() {
        refuses("a timestamp is at least 0 ms, but was -1", () -> new Value.Timestamp(-1));
    }

    @Test
    void nameOutsideTheRuleIsRefused() {
        for (String name : List.of("", "9a", "a-b", "\u00e9", "a ")) {
            refuses(
                    "enum member name must be ASCII letters, digits and _, not starting with a digit, but was \"" + name
                            + "\"",
                    () -> new Value.EnumMember(name));
        }
    }

    @Test
    void structWithTwoFieldsOfOneNameIsRefused() {
        refuses("struct S has two fields named b", () -> StructShape.of("S", "b", "a", "b"));
    }

    @Test
    void structWithoutAValueForEachFieldIsRefused() {
        refuses(
                "S has 2 fields, but 1 values were given",
                () -> Struct.of(StructShape.of("S", "a", "b"), Value.Bool.TRUE));
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        Value value = ValueList.of();
        while (value.depth() < Limits.DEPTH_MAX) {
            value = ValueList.of(value);
        }
        Value deepest = value;
        refuses("value is nested 65 deep, at most 64 allowed", () -> ValueList.of(deepest));
        refuses("value is nested 65 deep, at most 64 allowed", () -> Struct.of(StructShape.of("S", "a"), deepest));
        refuses(
                "value is nested 65 deep, at most 64 allowed",
                () -> ValueMap.of(new TreeMap<>(Collections.singletonMap(deepest, deepest))));
    }

    @Test
    void sizeBeyondTheLimitIsRefused() {
        Value half = ByteString.of(new byte[Limits.ENCODED_BYTES_MAX / 2]);
        refuses("value encodes to 1048588 bytes, at most 1048576 allowed", () -> ValueList.of(half, half));
        refuses(
                "value encodes to 1048577 bytes, at most 1048576 allowed",
                () -> new Text("a".repeat(Limits.ENCODED_BYTES_MAX - 4)));
    }

    /** One value referred to many times is small in memory and large on the wire. */
    @Test
    void sizeOfAValueSharedManyTimesOverIsRefusedBeforeItOverflows() {
        Value value = new Value.Int(1);
        int level = 0;
        while (level < 11) {
            value = ValueList.of(value, value, value);
            level++;
        }
        Value large = value;
        assertThrows(IllegalArgumentException.class, () -> ValueList.of(Collections.nCopies(6_000, large)));
    }

    @Test
    void mapFindsEachOfItsKeys() {
        TreeMap<Value, Value> entries = new TreeMap<>();
        for (int i = -50; i < 50; i++) {
            entries.put(new Value.Int(i * 37), new Value.Fixed(i));
        }
        ValueMap map = ValueMap.of(entries);
        entries.forEach((key, value) -> assertEquals(value, map.get(key)));
        assertNull(map.get(new Value.Int(1)));
        assertNull(map.get(new Text("0")));
    }

    @Test
    void mapOfAnyOrderIsInCanonicalOrder() {
        TreeMap<Value, Value> falling = new TreeMap<>(Collections.reverseOrder());
        falling.put(new Value.Int(1), Value.Bool.TRUE);
        falling.put(new Value.Int(2), Value.Bool.FALSE);
        ValueMap map = ValueMap.of(falling);
        assertEquals(List.of(new Value.Int(1), new Value.Int(2)), map.keys());
        assertEquals(List.of(Value.Bool.TRUE, Value.Bool.FALSE), map.values());
    }

    @Test
    void structFindsEachOfItsFields() {
        Struct struct = Struct.of(StructShape.of("S", "a", "b"), Value.Bool.TRUE, new Value.Int(2));
        assertEquals(new Value.Int(2), struct.get("b"));
        assertNull(struct.get("c"));
    }
}
