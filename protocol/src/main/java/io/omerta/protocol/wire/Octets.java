package io.omerta.protocol.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/** A value that is a string of bytes: of any length, or of the fixed one of its kind. */
public abstract sealed class Octets implements Value permits ByteString, Hash, PeerId, Signature {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    final byte[] octets;

    /** @param octets owned by this value from now on */
    Octets(byte[] octets) {
        this.octets = octets;
    }

    static byte[] copy(String what, int length, byte[] bytes) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "a " + what + " is " + length + " bytes long, but " + bytes.length + " were given");
        }
        return bytes.clone();
    }

    static byte[] parse(String what, int length, String hex) {
        return copy(what, length, HexFormat.of().parseHex(hex));
    }

    /** Length in bytes. */
    public final int length() {
        return octets.length;
    }

    /** A copy of the bytes. */
    public final byte[] toByteArray() {
        return octets.clone();
    }

    /** Copies all bytes to a place in an array. */
    public final void copyTo(byte[] target, int at) {
        System.arraycopy(octets, 0, target, at, octets.length);
    }

    /** Whether the bytes are these. */
    public final boolean contentEquals(byte[] bytes) {
        return Arrays.equals(octets, bytes);
    }

    /** Lower-case hexadecimal digits. */
    public final String toHex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public int encodedBytes() {
        return 1 + octets.length;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
                || (other instanceof Octets that && kind() == that.kind() && Arrays.equals(octets, that.octets));
    }

    @Override
    public final int hashCode() {
        long hash = octets.length;
        int at = 0;
        for (; at <= octets.length - Long.BYTES; at += Long.BYTES) {
            hash = hash * MULTIPLIER + (long) LONG.get(octets, at);
        }
        for (; at < octets.length; at++) {
            hash = hash * MULTIPLIER + octets[at];
        }
        return (int) (hash ^ hash >>> 32);
    }

    @Override
    public String toString() {
        return kind().label() + ":" + toHex();
    }
}
