package io.omerta.sim.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pool in which pending events live: one cell of eight longs each, so that an event costs one or two cache lines
 * and no object. Freed cells are used again last in, first out, while they are still in the cache.
 */
final class EventCells {
    /** Type number of an event that was cancelled but still stands in the queue. */
    static final int CANCELLED = 0xffff;

    private static final int CELL = 8;
    /** With the 16-byte array header, starts the first cell on a 64-byte boundary of the array object. */
    private static final int BASE = 6;

    private static final int TIME = 0;
    private static final int COUNTER_AND_TYPE = 1;
    private static final int TARGET_AND_GENERATION = 2;
    private static final int A = 3;
    private static final int B = 4;
    private static final int C = 5;
    private static final int SOURCE = 6;

    static final int MAX_SLOTS = (Integer.MAX_VALUE - 64) / CELL;
    static final long MAX_COUNTER = (1L << 48) - 1;

    private long[] words = new long[BASE + 64 * CELL];
    private int[] free = new int[64];
    private int freeCount;
    private int used;
    private @Nullable Object @Nullable [] bodies;

    int allocate(
            long time, int source, long counter, int type, int target, long a, long b, long c, @Nullable Object body) {
        int slot = freeCount > 0 ? free[--freeCount] : grownSlot();
        long[] w = words;
        int at = BASE + slot * CELL;
        w[at + TIME] = time;
        w[at + COUNTER_AND_TYPE] = counter << 16 | type;
        w[at + TARGET_AND_GENERATION] = (long) target << 32 | w[at + TARGET_AND_GENERATION] & 0xffff_ffffL;
        w[at + A] = a;
        w[at + B] = b;
        w[at + C] = c;
        w[at + SOURCE] = source;
        if (body != null) {
            setBody(slot, body);
        }
        return slot;
    }

    private int grownSlot() {
        int capacity = (words.length - BASE) / CELL;
        if (used == capacity) {
            if (capacity == MAX_SLOTS) {
                throw new IllegalStateException("more than " + MAX_SLOTS + " events are pending");
            }
            int larger = (int) Math.min(MAX_SLOTS, capacity * 2L);
            words = Arrays.copyOf(words, BASE + larger * CELL);
        }
        return used++;
    }

    private void setBody(int slot, Object body) {
        @Nullable Object[] all = bodies;
        if (all == null || all.length <= slot) {
            int capacity = (words.length - BASE) / CELL;
            all = all == null ? new Object[capacity] : Arrays.copyOf(all, capacity);
            bodies = all;
        }
        all[slot] = body;
    }

    /** Frees the cell; its generation moves on, so that old handles no longer fit. */
    void free(int slot) {
        int at = BASE + slot * CELL + TARGET_AND_GENERATION;
        long w = words[at];
        words[at] = w & 0xffff_ffff_0000_0000L | (w + 1) & 0xffff_ffffL;
        if (bodies != null && slot < bodies.length) {
            bodies[slot] = null;
        }
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, free.length * 2);
        }
        free[freeCount++] = slot;
    }

    void markCancelled(int slot) {
        int at = BASE + slot * CELL;
        words[at + COUNTER_AND_TYPE] |= CANCELLED;
        // The generation moves on at once, so that a second cancel or a late one does not fit.
        long w = words[at + TARGET_AND_GENERATION];
        words[at + TARGET_AND_GENERATION] = w & 0xffff_ffff_0000_0000L | (w + 1) & 0xffff_ffffL;
        if (bodies != null && slot < bodies.length) {
            bodies[slot] = null;
        }
    }

    boolean isCancelled(int slot) {
        return type(slot) == CANCELLED;
    }

    long handle(int slot) {
        return words[BASE + slot * CELL + TARGET_AND_GENERATION] << 32 | slot;
    }

    /** The slot of a pending event, or -1 if the handle is no longer good. */
    int slotOf(long handle) {
        int slot = (int) handle;
        if (slot < 0 || slot >= used || handle(slot) != handle || isCancelled(slot)) {
            return -1;
        }
        return slot;
    }

    long time(int slot) {
        return words[BASE + slot * CELL + TIME];
    }

    long counter(int slot) {
        return words[BASE + slot * CELL + COUNTER_AND_TYPE] >>> 16;
    }

    int type(int slot) {
        return (int) words[BASE + slot * CELL + COUNTER_AND_TYPE] & 0xffff;
    }

    int target(int slot) {
        return (int) (words[BASE + slot * CELL + TARGET_AND_GENERATION] >>> 32);
    }

    long a(int slot) {
        return words[BASE + slot * CELL + A];
    }

    long b(int slot) {
        return words[BASE + slot * CELL + B];
    }

    long c(int slot) {
        return words[BASE + slot * CELL + C];
    }

    int source(int slot) {
        return (int) words[BASE + slot * CELL + SOURCE];
    }

    @Nullable
    Object body(int slot) {
        @Nullable Object[] all = bodies;
        return all == null || slot >= all.length ? null : all[slot];
    }

    /** Slots of the pending events of a type, ordered by (source, counter). */
    int[] pendingOfType(int type) {
        BitSet freed = new BitSet(used);
        for (int i = 0; i < freeCount; i++) {
            freed.set(free[i]);
        }
        return IntStream.range(0, used)
                .filter(slot -> !freed.get(slot) && type(slot) == type)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(this::source).thenComparingLong(this::counter))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether entry p comes before entry q, their times being equal. */
    boolean tieBefore(long p, long q) {
        if ((p ^ q) >>> 32 != 0) {
            return p < q; // sources differ, and are not negative
        }
        return counter(EventQueue.slot(p)) < counter(EventQueue.slot(q));
    }
}
