package io.omerta.protocol.language.generate;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Values of given types at random. */
final class TypedValues {
    private static final int ELEMENTS_MAX = 3;

    private final Random random;

    TypedValues(long seed) {
        this.random = new Random(seed);
    }

    Value next(TypeDescriptor type) {
        if (type instanceof TypeDescriptor.Primitive primitive) {
            return scalar(primitive);
        }
        if (type instanceof TypeDescriptor.OptionalOf optional) {
            return random.nextBoolean() ? Value.Absent.INSTANCE : next(optional.type());
        }
        if (type instanceof TypeDescriptor.ListOf list) {
            return ValueList.of(several(list.element()));
        }
        if (type instanceof TypeDescriptor.MapOf map) {
            Map<Value, Value> entries = new TreeMap<>();
            several(map.key()).forEach(key -> entries.put(key, next(map.value())));
            return ValueMap.of(entries);
        }
        if (type instanceof TypeDescriptor.EnumOf members) {
            return new Value.EnumMember(
                    members.members().get(random.nextInt(members.members().size())));
        }
        TypeDescriptor.StructOf struct = (TypeDescriptor.StructOf) type;
        return Struct.of(struct.shape(), struct.types().stream().map(this::next).toList());
    }

    private List<Value> several(TypeDescriptor type) {
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(ELEMENTS_MAX + 1); i > 0; i--) {
            values.add(next(type));
        }
        return values;
    }

    private Value scalar(TypeDescriptor.Primitive type) {
        return switch (type) {
            case BOOL -> new Value.Bool(random.nextBoolean());
            case INT -> new Value.Int(random.nextLong());
            case UINT -> new Value.Int(random.nextLong() & Long.MAX_VALUE);
            case FIXED -> new Value.Fixed(random.nextLong());
            case TIMESTAMP -> new Value.Timestamp(random.nextLong() & Long.MAX_VALUE);
            case BYTES -> ByteString.of(bytes(random.nextInt(5)));
            case STRING -> new Text(
                    random.nextBoolean() ? "" : "\ud800\udc00z".repeat(random.nextInt(4)) + random.nextInt(9));
            case HASH -> Hash.of(bytes(Hash.BYTES));
            case PEER_ID -> PeerId.of(bytes(PeerId.BYTES));
            case SIGNATURE -> Signature.of(bytes(Signature.BYTES));
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
