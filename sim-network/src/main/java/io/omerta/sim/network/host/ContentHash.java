package io.omerta.sim.network.host;

import io.omerta.sim.random.Mixing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A word that stands for bytes in the trace. Tells contents apart; no protection against someone who wants a collision. */
final class ContentHash {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ContentHash() {}

    static long of(byte[] bytes) {
        // The length comes first, so that trailing zeros count.
        long hash = Mixing.stafford13(bytes.length + 1L);
        int at = 0;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            hash = Mixing.stafford13(hash ^ (long) WORD.get(bytes, at));
        }
        long rest = 0;
        for (; at < bytes.length; at++) {
            rest = rest << Byte.SIZE | bytes[at] & 0xffL;
        }
        return Mixing.stafford13(hash ^ rest);
    }

    static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
