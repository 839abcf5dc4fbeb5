package io.omerta.sim.economics.trust;

import java.util.Arrays;

/**
 * Numbers the ordered pairs of identities that have had to do with each other: 0 for the first pair seen, then 1 and so on.
 * Open addressing over primitive arrays; not more than half full.
 */
public final class PairTable {
    private static final int FREE = -1;

    private long[] keys = new long[16];
    private int[] rows = new int[32];
    private int size;

    public PairTable() {
        Arrays.fill(rows, FREE);
    }

    /** How many pairs there are. */
    public int size() {
        return size;
    }

    /** First identity of a pair. */
    public int first(int row) {
        return (int) (keys[row] >>> 32);
    }

    /** Second identity of a pair. */
    public int second(int row) {
        return (int) keys[row];
    }

    /** The number of a pair, or -1 if it has not been seen. */
    public int find(int first, int second) {
        return rows[slot(key(first, second))];
    }

    /** The number of a pair, which is given one if it has none. */
    public int rowOf(int first, int second) {
        long key = key(first, second);
        int slot = slot(key);
        if (rows[slot] != FREE) {
            return rows[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        rows[slot] = size;
        return size++;
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second & 0xffffffffL;
    }

    private int slot(long key) {
        int mask = rows.length - 1;
        long mixed = (key ^ key >>> 32) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 33) & mask;
        while (rows[slot] != FREE && keys[rows[slot]] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        rows = new int[4 * size];
        Arrays.fill(rows, FREE);
        for (int row = 0; row < size; row++) {
            rows[slot(keys[row])] = row;
        }
    }
}
