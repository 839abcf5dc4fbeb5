package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import java.nio.ByteBuffer;

/**
 * The first 128 bits of a hash, by which peers compare what they hold. Nobody can find two items of one mark: that takes
 * 2^64 trials, and would at best keep two neighbours from noticing that each has one of them.
 *
 * @param high first half
 * @param low second half
 */
record Mark(long high, long low) implements Comparable<Mark> {
    static final int BYTES = 16;

    /** Stands for no items at all. */
    static final Mark NOTHING = new Mark(0, 0);

    /** Digits of a mark in base 16. */
    static final int DIGITS = 2 * BYTES;

    static Mark of(Hash hash) {
        return read(ByteBuffer.wrap(hash.toByteArray()));
    }

    static Mark read(ByteBuffer from) {
        return new Mark(from.getLong(), from.getLong());
    }

    void write(ByteBuffer to) {
        to.putLong(high).putLong(low);
    }

    /** A digit in base 16, the most significant first. */
    int digit(int place) {
        long half = place < DIGITS / 2 ? high : low;
        return (int) (half >>> (60 - 4 * (place % (DIGITS / 2)))) & 0xf;
    }

    @Override
    public int compareTo(Mark other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
