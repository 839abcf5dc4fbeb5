package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import java.util.Arrays;

/**
 * Fingerprints of the states found so far, each with the state it was first found from: hash compaction (Wolper and Leroy, 1993) in an open-addressing table. With n states a state is
 * overlooked with probability below n^2 / 2^129.
 */
final class VisitedStates {
    /** Of a state in which the session can begin. */
    static final int NO_PARENT = -1;

    /** Number of a state that is not there. */
    static final int ABSENT = -1;

    private static final int SLOTS_AT_FIRST = 1 << 12;

    /** Two words for each slot, so that looking one up touches one line of the cache; both 0 where a slot is free. */
    private long[] keys = new long[2 * SLOTS_AT_FIRST];

    private int[] numbers = new int[SLOTS_AT_FIRST];
    private int[] parents = new int[SLOTS_AT_FIRST / 2];
    private int size;

    int size() {
        return size;
    }

    /** Adds a state. False if it was known. Its number is {@link #size} before it. */
    boolean add(Fingerprint fingerprint, int parent) {
        return add(fingerprint.high(), fingerprint.low(), parent);
    }

    private boolean add(long high, long low, int parent) {
        int slot = slot(high, key(low));
        if (isTaken(slot)) {
            return false;
        }
        if (size == parents.length) {
            grow();
            slot = slot(high, key(low));
        }
        put(slot, high, key(low), size);
        parents[size] = parent;
        size++;
        return true;
    }

    boolean contains(Fingerprint fingerprint) {
        return isTaken(slot(fingerprint.high(), key(fingerprint.low())));
    }

    /** The number of a state, or {@link #ABSENT}. */
    int number(Fingerprint fingerprint) {
        int slot = slot(fingerprint.high(), key(fingerprint.low()));
        return isTaken(slot) ? numbers[slot] : ABSENT;
    }

    int parent(int state) {
        return parents[state];
    }

    /** The second word as it is kept: never 0, which marks a free slot. */
    private static long key(long low) {
        return low == 0 ? 1 : low;
    }

    private boolean isTaken(int slot) {
        return keys[2 * slot + 1] != 0;
    }

    private void put(int slot, long high, long low, int number) {
        keys[2 * slot] = high;
        keys[2 * slot + 1] = low;
        numbers[slot] = number;
    }

    /** The slot of a fingerprint, or the free one where it belongs. */
    private int slot(long high, long low) {
        int mask = numbers.length - 1;
        int slot = (int) low & mask;
        while (isTaken(slot) && (keys[2 * slot + 1] != low || keys[2 * slot] != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** At most half of the slots are taken. */
    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldNumbers.length];
        for (int slot = 0; slot < oldNumbers.length; slot++) {
            long low = oldKeys[2 * slot + 1];
            if (low != 0) {
                long high = oldKeys[2 * slot];
                put(slot(high, low), high, low, oldNumbers[slot]);
            }
        }
        parents = Arrays.copyOf(parents, 2 * parents.length);
    }
}
