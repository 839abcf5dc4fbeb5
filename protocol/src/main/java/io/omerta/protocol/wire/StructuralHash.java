package io.omerta.protocol.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A 128-bit hash over words and values as they stand, without encoding them: two halves, mixed like those of
 * MurmurHash3 x64 128, that each word enters. Equal sequences give equal hashes. For what is recomputed often and stays in one process or its
 * replay; good against chance, not against malice. Not for use by several threads.
 */
public final class StructuralHash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int LANES_BYTES = 4 * Long.BYTES;
    private static final int CHARS_PER_WORD = 4;

    private long h1;
    private long h2;
    private long words;

    /** Forgets what was added. */
    public StructuralHash clear() {
        h1 = 0;
        h2 = 0;
        words = 0;
        return this;
    }

    /** Adds 64 bits. The halves do not wait for each other, so that a processor works on both at once. */
    public StructuralHash add(long word) {
        h1 = first(h1, word);
        h2 = second(h2, word);
        words++;
        return this;
    }

    private static long first(long half, long word) {
        return Long.rotateLeft(half ^ Long.rotateLeft(word * C1, 31) * C2, 27) * 5 + 0x52dce729;
    }

    private static long second(long half, long word) {
        return Long.rotateLeft(half ^ Long.rotateLeft(word * C2, 33) * C1, 31) * 5 + 0x38495ab5;
    }

    /** Adds a value: its kind, its length where that varies, its content. */
    public StructuralHash add(Value value) {
        Kind kind = value.kind();
        add(kind.ordinal());
        switch (kind) {
            case ABSENT -> {}
            case BOOL -> add(((Value.Bool) value).value() ? 1 : 0);
            case INT -> add(((Value.Int) value).value());
            case FIXED -> add(((Value.Fixed) value).micros());
            case TIMESTAMP -> add(((Value.Timestamp) value).millis());
            case BYTES -> {
                add(((Octets) value).octets.length);
                addOctets(((Octets) value).octets);
            }
            case HASH, PEER_ID, SIGNATURE -> addOctets(((Octets) value).octets);
            case TEXT -> addText(((Text) value).text());
            case ENUM_MEMBER -> addText(((Value.EnumMember) value).name());
            case LIST -> addAll(((ValueList) value).elements);
            case MAP -> {
                addAll(((ValueMap) value).keys);
                addAll(((ValueMap) value).values);
            }
            case STRUCT -> {
                Struct struct = (Struct) value;
                add(struct.shape().namesHash());
                addAll(struct.values);
            }
        }
        return this;
    }

    /** The first half of the hash of what was added. */
    public long high() {
        long sum = (h1 ^ words) + (h2 ^ words);
        return mix(sum) + mix(sum + (h2 ^ words));
    }

    /** The second half of the hash of what was added. */
    public long low() {
        long sum = (h1 ^ words) + (h2 ^ words);
        return mix(sum) + 2 * mix(sum + (h2 ^ words));
    }

    private void addAll(Value[] values) {
        add(values.length);
        for (Value value : values) {
            add(value);
        }
    }

    /**
     * Longer strings go through four lanes first, as in XXH64, because a lane can take a word only when it is done with the
     * one before. No two words of one block share a lane, so that blocks that differ leave the lanes different.
     */
    private int addLanes(byte[] octets) {
        long lane1 = C1;
        long lane2 = C2;
        long lane3 = ~C1;
        long lane4 = ~C2;
        int at = 0;
        for (; at <= octets.length - LANES_BYTES; at += LANES_BYTES) {
            lane1 = lane(lane1, (long) LONG.get(octets, at));
            lane2 = lane(lane2, (long) LONG.get(octets, at + Long.BYTES));
            lane3 = lane(lane3, (long) LONG.get(octets, at + 2 * Long.BYTES));
            lane4 = lane(lane4, (long) LONG.get(octets, at + 3 * Long.BYTES));
        }
        add(lane1).add(lane2).add(lane3).add(lane4);
        return at;
    }

    private static long lane(long lane, long word) {
        return Long.rotateLeft(lane + word * C2, 31) * C1;
    }

    private void addOctets(byte[] octets) {
        int at = octets.length > LANES_BYTES ? addLanes(octets) : 0;
        long first = h1;
        long second = h2;
        words += (octets.length - at) / Long.BYTES;
        for (; at <= octets.length - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONG.get(octets, at);
            first = first(first, word);
            second = second(second, word);
        }
        h1 = first;
        h2 = second;
        if (at < octets.length) {
            long word = 0;
            for (; at < octets.length; at++) {
                word = word << 8 | (octets[at] & 0xff);
            }
            add(word);
        }
    }

    private void addText(String text) {
        int length = text.length();
        add(length);
        int at = 0;
        for (; at <= length - CHARS_PER_WORD; at += CHARS_PER_WORD) {
            add((long) text.charAt(at) << 48
                    | (long) text.charAt(at + 1) << 32
                    | (long) text.charAt(at + 2) << 16
                    | text.charAt(at + 3));
        }
        if (at < length) {
            long word = 0;
            for (; at < length; at++) {
                word = word << 16 | text.charAt(at);
            }
            add(word);
        }
    }

    private static long mix(long k) {
        k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }
}
