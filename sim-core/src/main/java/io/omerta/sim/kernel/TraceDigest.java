package io.omerta.sim.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over words, buffered so that the digest sees few large blocks. */
final class TraceDigest {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha256;
    private final byte[] buffer = new byte[1 << 13];
    private int filled;

    TraceDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform provides SHA-256", impossible);
        }
    }

    void update(long word) {
        int at = filled;
        if (at == buffer.length) {
            sha256.update(buffer);
            at = 0;
        }
        WORD.set(buffer, at, word);
        filled = at + Long.BYTES;
    }

    /** The text, its length before it, padded to whole words. */
    void update(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        update(bytes.length);
        for (int i = 0; i < bytes.length; i += 8) {
            long word = 0;
            for (int j = i; j < Math.min(i + 8, bytes.length); j++) {
                word = word << 8 | bytes[j] & 0xffL;
            }
            update(word);
        }
    }

    String hex() {
        try {
            MessageDigest copy = (MessageDigest) sha256.clone();
            copy.update(buffer, 0, filled);
            return HexFormat.of().formatHex(copy.digest());
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("the SHA-256 of the platform can be cloned", impossible);
        }
    }
}
