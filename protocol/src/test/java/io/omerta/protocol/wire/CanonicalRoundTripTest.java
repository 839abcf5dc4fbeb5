package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanonicalRoundTripTest {
    private static final int VALUES = 30_000;

    private final CanonicalDecoder decoder = new CanonicalDecoder();

    private Value decode(byte[] bytes) {
        Decoded decoded = decoder.decode(bytes);
        return assertInstanceOf(Decoded.Accepted.class, decoded, decoded::toString)
                .value();
    }

    @Test
    void decodingRestoresEveryValue() {
        RandomValues values = new RandomValues(1);
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next();
            assertEquals(value, decode(CanonicalEncoder.encode(value)));
        }
    }

    @Test
    void equalValuesHaveEqualHashCodesAfterATripOverTheWire() {
        RandomValues values = new RandomValues(2);
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next();
            assertEquals(
                    value.hashCode(), decode(CanonicalEncoder.encode(value)).hashCode());
        }
    }

    @Test
    void announcedLengthIsTheLengthOfTheEncoding() {
        RandomValues values = new RandomValues(3);
        CanonicalEncoder encoder = new CanonicalEncoder();
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next();
            assertEquals(value.encodedBytes(), encoder.clear().append(value).length());
        }
    }

    @Test
    void whatIsReadIsAsLongAndAsDeepAsWhatWasBuiltInEveryPart() {
        RandomValues values = new RandomValues(6);
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next();
            assertSameMeasures(value, decode(CanonicalEncoder.encode(value)));
        }
    }

    private static void assertSameMeasures(Value built, Value read) {
        assertEquals(built.encodedBytes(), read.encodedBytes(), built::toString);
        assertEquals(built.depth(), read.depth(), built::toString);
        List<Value> ofBuilt = parts(built);
        List<Value> ofRead = parts(read);
        for (int i = 0; i < ofBuilt.size(); i++) {
            assertSameMeasures(ofBuilt.get(i), ofRead.get(i));
        }
    }

    private static List<Value> parts(Value value) {
        if (value instanceof ValueMap map) {
            return Stream.concat(map.keys().stream(), map.values().stream()).toList();
        }
        return value instanceof ValueList list
                ? list.elements()
                : value instanceof Struct struct ? struct.values() : List.of();
    }

    @Test
    void orderOfValuesIsTheOrderOfTheirEncodings() {
        RandomValues values = new RandomValues(4);
        Value last = values.next();
        for (int i = 0; i < VALUES; i++) {
            Value next = values.next(i % 3);
            int byBytes = Arrays.compareUnsigned(CanonicalEncoder.encode(last), CanonicalEncoder.encode(next));
            assertEquals(Integer.signum(byBytes), Integer.signum(last.compareTo(next)), last + " and " + next);
            last = next;
        }
    }

    /** Near neighbours, which values drawn independently hardly ever are. */
    @Test
    void orderOfValuesThatDifferInOneByteIsTheOrderOfTheirEncodings() {
        RandomValues values = new RandomValues(5);
        int compared = 0;
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next();
            byte[] bytes = CanonicalEncoder.encode(value);
            byte[] altered = bytes.clone();
            altered[i % bytes.length] ^= (byte) (1 << (i % 7));
            if (decoder.decode(altered) instanceof Decoded.Accepted accepted) {
                int byBytes = Arrays.compareUnsigned(bytes, altered);
                assertEquals(Integer.signum(byBytes), Integer.signum(value.compareTo(accepted.value())));
                compared++;
            }
        }
        assertTrue(compared > VALUES / 10, "too few neighbours were values");
    }

    @Test
    void anEncoderAppendsEncodingsAndForgetsThemWhenCleared() {
        CanonicalEncoder encoder = new CanonicalEncoder();
        encoder.append(Value.Bool.TRUE).append(new Value.Int(5));
        assertArrayEquals(new byte[] {0x02, 0x21, 5}, encoder.toByteArray());
        encoder.clear().append(Value.Absent.INSTANCE);
        assertArrayEquals(new byte[] {0x00}, encoder.toByteArray());
    }

    @Test
    void expectedShapesDoNotChangeWhatIsRead() {
        RandomValues values = new RandomValues(6);
        CanonicalDecoder expecting = new CanonicalDecoder(List.of(
                StructShape.of("a", "a", "Z9"),
                StructShape.of("amount", "_", "amount"),
                StructShape.of("Z9", List.of()),
                StructShape.of("_", "session_id")));
        for (int i = 0; i < VALUES; i++) {
            byte[] bytes = CanonicalEncoder.encode(values.next());
            assertEquals(decoder.decode(bytes), expecting.decode(bytes));
            bytes[i % bytes.length] ^= (byte) (1 << (i % 7));
            assertEquals(decoder.decode(bytes), expecting.decode(bytes));
        }
    }
}
