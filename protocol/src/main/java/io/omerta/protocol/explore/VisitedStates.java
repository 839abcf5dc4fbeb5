package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import java.util.Arrays;

/**
 * Fingerprints of the states found so far, each with the state it was first found from and the place of the move among
 * that state's successors: hash compaction (Wolper and Leroy, 1993) in an open-addressing table. With n states a state is
 * overlooked with probability below n^2 / 2^129.
 */
final class VisitedStates {
    /** Of a state in which the session can begin. */
    static final int NO_PARENT = -1;

    private static final int SLOTS_AT_FIRST = 1 << 12;
    private static final int EMPTY = 0;

    /** One more than the number of a state, or {@link #EMPTY}. */
    private int[] slots = new int[SLOTS_AT_FIRST];

    private long[] high = new long[SLOTS_AT_FIRST / 2];
    private long[] low = new long[SLOTS_AT_FIRST / 2];
    private int[] parents = new int[SLOTS_AT_FIRST / 2];
    private int[] moves = new int[SLOTS_AT_FIRST / 2];
    private int size;

    int size() {
        return size;
    }

    /** Adds a state. False if it was known. Its number is {@link #size} before it. */
    boolean add(Fingerprint fingerprint, int parent, int move) {
        int slot = slot(fingerprint.high(), fingerprint.low());
        if (slots[slot] != EMPTY) {
            return false;
        }
        if (size == high.length) {
            grow();
            slot = slot(fingerprint.high(), fingerprint.low());
        }
        slots[slot] = size + 1;
        high[size] = fingerprint.high();
        low[size] = fingerprint.low();
        parents[size] = parent;
        moves[size] = move;
        size++;
        return true;
    }

    boolean contains(Fingerprint fingerprint) {
        return slots[slot(fingerprint.high(), fingerprint.low())] != EMPTY;
    }

    int parent(int state) {
        return parents[state];
    }

    /** Place of the move among the successors of the parent, or among the beginnings. */
    int move(int state) {
        return moves[state];
    }

    /** The slot of a fingerprint, or the empty one where it belongs. */
    private int slot(long highWord, long lowWord) {
        int mask = slots.length - 1;
        int slot = (int) lowWord & mask;
        while (slots[slot] != EMPTY) {
            int state = slots[slot] - 1;
            if (high[state] == highWord && low[state] == lowWord) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** At most half of the slots are taken. */
    private void grow() {
        int more = 2 * size;
        high = Arrays.copyOf(high, more);
        low = Arrays.copyOf(low, more);
        parents = Arrays.copyOf(parents, more);
        moves = Arrays.copyOf(moves, more);
        slots = new int[2 * more];
        for (int state = 0; state < size; state++) {
            slots[slot(high[state], low[state])] = state + 1;
        }
    }
}
