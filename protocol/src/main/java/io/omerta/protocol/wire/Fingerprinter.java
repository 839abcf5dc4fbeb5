package io.omerta.protocol.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Fingerprints values: MurmurHash3 x64 128 (Austin Appleby, 2011) with seed 0 over the canonical encoding. Not for use by
 * several threads.
 */
public final class Fingerprinter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int BLOCK_BYTES = 16;

    private final CanonicalEncoder encoder = new CanonicalEncoder();

    public Fingerprint fingerprint(Value value) {
        encoder.clear().append(value);
        return fingerprint(encoder.buffer(), encoder.length());
    }

    /** The fingerprint of the first bytes of an array. */
    static Fingerprint fingerprint(byte[] bytes, int length) {
        long h1 = 0;
        long h2 = 0;
        int at = 0;
        for (; at <= length - BLOCK_BYTES; at += BLOCK_BYTES) {
            h1 ^= scrambleFirst((long) LONG.get(bytes, at));
            h1 = Long.rotateLeft(h1, 27) + h2;
            h1 = h1 * 5 + 0x52dce729;
            h2 ^= scrambleSecond((long) LONG.get(bytes, at + Long.BYTES));
            h2 = Long.rotateLeft(h2, 31) + h1;
            h2 = h2 * 5 + 0x38495ab5;
        }
        h1 ^= scrambleFirst(tail(bytes, at, length));
        h2 ^= scrambleSecond(tail(bytes, at + Long.BYTES, length));
        h1 ^= length;
        h2 ^= length;
        h1 += h2;
        h2 += h1;
        h1 = mix(h1);
        h2 = mix(h2);
        h1 += h2;
        h2 += h1;
        return new Fingerprint(h1, h2);
    }

    private static long scrambleFirst(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long scrambleSecond(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    /** At most eight bytes from a position on, least significant first, as many as there are before the end. */
    private static long tail(byte[] bytes, int from, int to) {
        long word = 0;
        for (int i = Math.min(to, from + Long.BYTES) - 1; i >= from; i--) {
            word = word << 8 | (bytes[i] & 0xff);
        }
        return word;
    }

    private static long mix(long k) {
        k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }
}
