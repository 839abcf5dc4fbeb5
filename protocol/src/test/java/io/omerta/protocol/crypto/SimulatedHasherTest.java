package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Equal values have equal hashes, and others do not. */
class SimulatedHasherTest {
    private static final HashDomain DOMAIN = HashDomain.of("test");

    private final SimulatedHasher hasher = new SimulatedHasher();

    @Test
    void equalValuesHaveEqualHashes() {
        Value list = ValueList.of(new Text("a"), new Value.Int(1));
        Value same = ValueList.of(new Text("a"), new Value.Int(1));
        assertEquals(hasher.hash(DOMAIN, list), new SimulatedHasher().hash(DOMAIN, same));
    }

    @Test
    void domainsAreApart() {
        assertNotEquals(hasher.hash(DOMAIN, new Value.Int(1)), hasher.hash(HashDomain.of("other"), new Value.Int(1)));
    }

    @Test
    void valuesThatReadAlikeHaveDifferentHashes() {
        List<Value> values = List.of(
                Value.Absent.INSTANCE,
                ValueList.of(),
                ValueList.of(ValueList.of()),
                ValueList.of(Value.Absent.INSTANCE),
                new Value.Int(0),
                new Value.Fixed(0),
                new Value.Timestamp(0),
                Value.Bool.FALSE,
                new Text(""),
                new Text("\0"),
                new Text("a"),
                new Value.EnumMember("a"),
                ByteString.of(new byte[0]),
                ByteString.of(new byte[1]),
                ByteString.of(new byte[8]),
                ByteString.of(new byte[9]),
                Hash.of(new byte[Hash.BYTES]),
                ValueList.of(new Text("ab"), new Text("c")),
                ValueList.of(new Text("a"), new Text("bc")),
                Struct.of(StructShape.of("A", "x", "y"), new Value.Int(1), new Value.Int(2)),
                Struct.of(StructShape.of("A", "y", "x"), new Value.Int(1), new Value.Int(2)),
                Struct.of(StructShape.of("B", "x", "y"), new Value.Int(1), new Value.Int(2)),
                ValueList.of(new Value.Int(1), new Value.Int(2)));
        Set<Hash> hashes = new LinkedHashSet<>();
        values.forEach(value -> hashes.add(hasher.hash(DOMAIN, value)));
        assertEquals(values.size(), hashes.size());
    }

    /** 64,000 hashes: a bit of a good hash is set in 32,000 of them; beyond 6 standard deviations with chance below 1e-6. */
    @Test
    void everyBitIsSetHalfOfTheTime() {
        int[] set = new int[256];
        int count = 64_000;
        for (int i = 0; i < count; i++) {
            byte[] bytes = hasher.hash(DOMAIN, new Value.Int(i)).toByteArray();
            for (int bit = 0; bit < 256; bit++) {
                set[bit] += bytes[bit / 8] >>> (bit % 8) & 1;
            }
        }
        for (int times : set) {
            assertEquals(count / 2.0, times, 6 * StrictMath.sqrt(count / 4.0));
        }
    }
}
