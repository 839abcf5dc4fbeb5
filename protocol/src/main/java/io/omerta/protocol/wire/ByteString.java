package io.omerta.protocol.wire;

/** Bytes of any length. */
public final class ByteString extends Octets {
    ByteString(byte[] owned) {
        super(owned);
    }

    /** @throws IllegalArgumentException if there are too many for {@link Limits} */
    public static ByteString of(byte[] bytes) {
        Limits.requireSize(1L + Tag.lengthBytes(bytes.length) + bytes.length);
        return new ByteString(bytes.clone());
    }

    /**
     * Like {@link #of}, but without a copy.
     *
     * @param bytes owned by this value from now on
     */
    public static ByteString ofOwned(byte[] bytes) {
        Limits.requireSize(1L + Tag.lengthBytes(bytes.length) + bytes.length);
        return new ByteString(bytes);
    }

    @Override
    public Kind kind() {
        return Kind.BYTES;
    }

    @Override
    public int encodedBytes() {
        return 1 + Tag.lengthBytes(octets.length) + octets.length;
    }
}
