package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Signs by SipHash-2-4 of 128 bits (Aumasson and Bernstein, 2012) under a secret. The first quarter of a signature is that,
 * the others follow from it: 128 bits are as hard to guess as the secret.
 */
final class KeyedSigner implements Signer {
    static final int SECRET_BYTES = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private final PeerId peerId;
    private final long key0;
    private final long key1;
    private final byte[] message = new byte[Hash.BYTES];
    private final byte[] signature = new byte[Signature.BYTES];

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /** @param secret its first {@link #SECRET_BYTES} bytes are used */
    KeyedSigner(PeerId peerId, byte[] secret) {
        this.peerId = peerId;
        this.key0 = (long) LONG.get(secret, 0);
        this.key1 = (long) LONG.get(secret, Long.BYTES);
    }

    @Override
    public PeerId peerId() {
        return peerId;
    }

    @Override
    public Signature sign(Hash hash) {
        compute(hash);
        return Signature.of(signature);
    }

    /** Whether it is what {@link #sign} gives. */
    boolean isSigned(Hash hash, Signature claimed) {
        compute(hash);
        return claimed.contentEquals(signature);
    }

    private void compute(Hash hash) {
        hash.copyTo(message, 0);
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        for (int at = 0; at < Hash.BYTES; at += Long.BYTES) {
            absorb((long) LONG.get(message, at));
        }
        absorb((long) Hash.BYTES << 56);
        v2 ^= 0xee;
        rounds(4);
        long first = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        rounds(4);
        long second = v0 ^ v1 ^ v2 ^ v3;
        for (int at = 0; at < Signature.BYTES; at += 2 * Long.BYTES) {
            LONG.set(signature, at, first);
            LONG.set(signature, at + Long.BYTES, second);
            first = Long.rotateLeft(first * GOLDEN_RATIO, 29) ^ second;
            second = Long.rotateLeft(second * GOLDEN_RATIO, 37) + first;
        }
    }

    private void absorb(long word) {
        v3 ^= word;
        rounds(2);
        v0 ^= word;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }

    @Override
    public String toString() {
        return "KeyedSigner[" + peerId + ", secret hidden]";
    }
}
