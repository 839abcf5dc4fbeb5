package io.omerta.sim.kernel;

/**
 * A priority queue of entries (time, source, slot), ordered by time, then source, then the counter kept in the slot's
 * cell. An entry is two longs: the time, and source and slot packed by {@link #entry}. The order is total, so every
 * implementation pops the same sequence.
 */
interface EventQueue {
    static long entry(int source, int slot) {
        return (long) source << 32 | slot;
    }

    static int slot(long entry) {
        return (int) entry;
    }

    static int source(long entry) {
        return (int) (entry >>> 32);
    }

    void insert(long time, long entry);

    /** Time of the first entry, or {@link Long#MAX_VALUE} if there is none. */
    long firstTime();

    /** The first entry; the queue must not be empty. */
    long firstEntry();

    /** Removes and returns the first entry; the queue must not be empty. Its time was {@link #firstTime()}. */
    long removeFirst();

    int size();

    /** Forgets entries whose event was cancelled, and hands their slots back to the cells. */
    void removeCancelled();
}
