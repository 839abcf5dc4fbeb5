package io.omerta.protocol.wire;

/** What no value exceeds. The limits are part of the format: a peer that raised them would accept what others refuse. */
public final class Limits {
    /** Levels of lists, maps and structs in each other. */
    public static final int DEPTH_MAX = 64;

    /** Bytes of one encoded value. */
    public static final int ENCODED_BYTES_MAX = 1 << 20;

    private Limits() {}

    static int requireDepth(int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("value is nested " + depth + " deep, at most " + DEPTH_MAX + " allowed");
        }
        return depth;
    }

    static int requireSize(long encodedBytes) {
        if (encodedBytes > ENCODED_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "value encodes to " + encodedBytes + " bytes, at most " + ENCODED_BYTES_MAX + " allowed");
        }
        return (int) encodedBytes;
    }
}
