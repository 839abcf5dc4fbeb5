package io.omerta.protocol.wire;

/** A signature. Of whom and over what is known from the context. */
public final class Signature extends Octets {
    public static final int BYTES = 64;

    Signature(byte[] owned) {
        super(owned);
    }

    /** @throws IllegalArgumentException if there are not exactly {@link #BYTES} bytes */
    public static Signature of(byte[] bytes) {
        return new Signature(copy("signature", BYTES, bytes));
    }

    /** @throws IllegalArgumentException if the text is not exactly {@link #BYTES} pairs of hexadecimal digits */
    public static Signature ofHex(String hex) {
        return new Signature(parse("signature", BYTES, hex));
    }

    @Override
    public Kind kind() {
        return Kind.SIGNATURE;
    }
}
