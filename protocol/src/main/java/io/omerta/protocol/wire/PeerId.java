package io.omerta.protocol.wire;

/** A peer, known by its public key: whoever has the id can verify the peer's signatures, with no directory to trust. */
public final class PeerId extends Octets {
    public static final int BYTES = 32;

    PeerId(byte[] owned) {
        super(owned);
    }

    /** @throws IllegalArgumentException if there are not exactly {@link #BYTES} bytes */
    public static PeerId of(byte[] bytes) {
        return new PeerId(copy("peer id", BYTES, bytes));
    }

    /** @throws IllegalArgumentException if the text is not exactly {@link #BYTES} pairs of hexadecimal digits */
    public static PeerId ofHex(String hex) {
        return new PeerId(parse("peer id", BYTES, hex));
    }

    @Override
    public Kind kind() {
        return Kind.PEER_ID;
    }
}
