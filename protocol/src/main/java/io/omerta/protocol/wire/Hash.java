package io.omerta.protocol.wire;

import java.nio.ByteBuffer;

/** A cryptographic hash. */
public final class Hash extends Octets {
    public static final int BYTES = 32;

    Hash(byte[] owned) {
        super(owned);
    }

    /** @throws IllegalArgumentException if there are not exactly {@link #BYTES} bytes */
    public static Hash of(byte[] bytes) {
        return new Hash(copy("hash", BYTES, bytes));
    }

    /** The hash whose bytes are those of four words, most significant byte first. */
    public static Hash ofWords(long first, long second, long third, long fourth) {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).putLong(first).putLong(second).putLong(third).putLong(fourth);
        return new Hash(bytes);
    }

    /** @throws IllegalArgumentException if the text is not exactly {@link #BYTES} pairs of hexadecimal digits */
    public static Hash ofHex(String hex) {
        return new Hash(parse("hash", BYTES, hex));
    }

    @Override
    public Kind kind() {
        return Kind.HASH;
    }
}
