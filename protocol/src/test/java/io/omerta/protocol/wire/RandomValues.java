package io.omerta.protocol.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Values of every kind at random, with a liking for the boundaries of the format. */
public final class RandomValues {
    private static final String[] NAMES = {"a", "_", "Z9", "amount", "session_id", "A".repeat(127), "b".repeat(128)};
    private static final String[] LETTERS = {
        "a",
        "~",
        "\u0000",
        "\u007f",
        "\u0080",
        "\u07ff",
        "\u0800",
        "\ud7ff",
        "\ue000",
        "\uffff",
        "\ud800\udc00",
        "\udbff\udfff"
    };

    private final Random random;

    /** @param seed the same seed gives the same values */
    public RandomValues(long seed) {
        this.random = new Random(seed);
    }

    /** The next value. */
    public Value next() {
        return next(3);
    }

    /** @param levels how deep lists, maps and structs may nest */
    Value next(int levels) {
        int kinds = Kind.values().length;
        Kind kind = Kind.values()[random.nextInt(levels == 0 ? Kind.LIST.ordinal() : kinds)];
        return switch (kind) {
            case ABSENT -> Value.Absent.INSTANCE;
            case BOOL -> new Value.Bool(random.nextBoolean());
            case INT -> new Value.Int(number());
            case FIXED -> new Value.Fixed(number());
            case TIMESTAMP -> new Value.Timestamp(number() & Long.MAX_VALUE);
            case BYTES -> ByteString.of(bytes(size()));
            case TEXT -> new Text(text());
            case ENUM_MEMBER -> new Value.EnumMember(name());
            case HASH -> Hash.of(bytes(Hash.BYTES));
            case PEER_ID -> PeerId.of(bytes(PeerId.BYTES));
            case SIGNATURE -> Signature.of(bytes(Signature.BYTES));
            case LIST -> ValueList.of(values(random.nextInt(5), levels - 1));
            case MAP -> map(levels - 1);
            case STRUCT -> struct(levels - 1);
        };
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A number of uniformly distributed bit length, or next to a power of two. */
    private long number() {
        long number = random.nextLong() >> random.nextInt(Long.SIZE);
        return random.nextInt(4) > 0 ? number : (1L << random.nextInt(Long.SIZE)) - random.nextInt(3);
    }

    private int size() {
        return random.nextInt(8) > 0 ? random.nextInt(12) : 126 + random.nextInt(4);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = size(); i > 0; i--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private List<Value> values(int count, int levels) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(next(levels));
        }
        return values;
    }

    private Value map(int levels) {
        TreeMap<Value, Value> entries = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            entries.put(next(levels), next(levels));
        }
        return ValueMap.of(entries);
    }

    private Value struct(int levels) {
        List<String> fields = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextInt(3) == 0) {
                fields.add(name);
            }
        }
        return Struct.of(StructShape.of(name(), fields), values(fields.size(), levels));
    }
}
