package io.omerta.protocol.wire;

/**
 * First bytes of encoded values, and the sizes that follow from them.
 *
 * <p>A number carries its own length in its tag: {@code ZERO + n} for a number from 0 upwards with n further bytes,
 * {@code ZERO - 1 - n} for a negative one. Encodings of one kind of number thus sort like the numbers (the idea is that
 * of the FoundationDB tuple layer).
 */
final class Tag {
    static final int ABSENT = 0x00;
    static final int FALSE = 0x01;
    static final int TRUE = 0x02;
    static final int INT_ZERO = 0x20;
    static final int FIXED_ZERO = 0x40;
    static final int TIMESTAMP_ZERO = 0x50;
    static final int BYTES = 0x60;
    static final int TEXT = 0x61;
    static final int ENUM_MEMBER = 0x62;
    static final int HASH = 0x63;
    static final int PEER_ID = 0x64;
    static final int SIGNATURE = 0x65;
    static final int LIST = 0x70;
    static final int MAP = 0x71;
    static final int STRUCT = 0x72;

    /** Most bytes of a number after its tag. */
    static final int MAGNITUDE_BYTES_MAX = Long.BYTES;

    /** Lengths below this are one byte; from here on the byte says how many bytes of length follow. */
    static final int LONG_LENGTH = 0x80;

    private Tag() {}

    /** Bytes of a number after its tag: the fewest from which sign extension restores it. */
    static int magnitudeBytes(long number) {
        return (Long.SIZE - Long.numberOfLeadingZeros(number ^ (number >> 63)) + 7) >>> 3;
    }

    /** Bytes of a length or count, at least 0. */
    static int lengthBytes(int length) {
        return length < LONG_LENGTH ? 1 : 1 + ((Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) >>> 3);
    }
}
