package io.omerta.sim.kernel;

import java.util.Arrays;

/**
 * An implicit 4-ary heap over one interleaved array of (time, entry) pairs. Four children are 64 bytes, one cache line
 * when the array starts on one; {@link #ROOT} shifts the tree so that groups of children do not straddle lines.
 * Removal lets the hole sink to a leaf and the last element rise from there (Wegener, "Bottom-up heapsort", 1993): the
 * last element belongs near the bottom, so comparing it on the way down is wasted.
 */
final class FourAryHeap implements EventQueue {
    /** Index of the root. Children of i are 4 (i - ROOT) + 1 + ROOT and the next three. */
    private static final int ROOT = 2;

    private final EventCells cells;
    private long[] pairs;
    private int size;

    FourAryHeap(EventCells cells, int initialCapacity) {
        this.cells = cells;
        this.pairs = new long[2 * (ROOT + Math.max(8, initialCapacity))];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long firstTime() {
        return size == 0 ? Long.MAX_VALUE : pairs[2 * ROOT];
    }

    @Override
    public long firstEntry() {
        return pairs[2 * ROOT + 1];
    }

    @Override
    public void insert(long time, long entry) {
        int at = ROOT + size;
        if (2 * at + 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, (int) Math.min(Integer.MAX_VALUE - 8L & ~1L, pairs.length * 2L));
        }
        size++;
        siftUp(pairs, at, time, entry);
    }

    private void siftUp(long[] p, int from, long time, long entry) {
        int at = from;
        while (at > ROOT) {
            int parent = (at - ROOT - 1 >> 2) + ROOT;
            long parentTime = p[2 * parent];
            if (time > parentTime || time == parentTime && !cells.tieBefore(entry, p[2 * parent + 1])) {
                break;
            }
            p[2 * at] = parentTime;
            p[2 * at + 1] = p[2 * parent + 1];
            at = parent;
        }
        p[2 * at] = time;
        p[2 * at + 1] = entry;
    }

    @Override
    public long removeFirst() {
        long[] p = pairs;
        long first = p[2 * ROOT + 1];
        int last = ROOT + --size;
        if (last == ROOT) {
            return first;
        }
        int hole = sink(p, ROOT, last);
        siftUp(p, hole, p[2 * last], p[2 * last + 1]);
        return first;
    }

    /** Moves the least child up into the hole until the hole is a leaf of the elements before {@code end}. */
    private int sink(long[] p, int from, int end) {
        int hole = from;
        while (true) {
            int child = (hole - ROOT << 2) + 1 + ROOT;
            if (child >= end) {
                return hole;
            }
            int least = child;
            long leastTime = p[2 * child];
            int stop = Math.min(child + 4, end);
            for (int c = child + 1; c < stop; c++) {
                long time = p[2 * c];
                if (time < leastTime || time == leastTime && cells.tieBefore(p[2 * c + 1], p[2 * least + 1])) {
                    least = c;
                    leastTime = time;
                }
            }
            p[2 * hole] = leastTime;
            p[2 * hole + 1] = p[2 * least + 1];
            hole = least;
        }
    }

    @Override
    public void removeCancelled() {
        long[] p = pairs;
        int end = ROOT + size;
        int kept = ROOT;
        for (int i = ROOT; i < end; i++) {
            long entry = p[2 * i + 1];
            int slot = EventQueue.slot(entry);
            if (cells.isCancelled(slot)) {
                cells.free(slot);
            } else {
                p[2 * kept] = p[2 * i];
                p[2 * kept + 1] = entry;
                kept++;
            }
        }
        size = kept - ROOT;
        if (size > 1) {
            for (int parent = (size - 2 >> 2) + ROOT; parent >= ROOT; parent--) {
                sinkWithin(p, parent, kept);
            }
        }
    }

    private void sinkWithin(long[] p, int from, int end) {
        long time = p[2 * from];
        long entry = p[2 * from + 1];
        int hole = from;
        while (true) {
            int child = (hole - ROOT << 2) + 1 + ROOT;
            if (child >= end) {
                break;
            }
            int least = child;
            for (int c = child + 1; c < Math.min(child + 4, end); c++) {
                if (before(p[2 * c], p[2 * c + 1], p[2 * least], p[2 * least + 1])) {
                    least = c;
                }
            }
            if (!before(p[2 * least], p[2 * least + 1], time, entry)) {
                break;
            }
            p[2 * hole] = p[2 * least];
            p[2 * hole + 1] = p[2 * least + 1];
            hole = least;
        }
        p[2 * hole] = time;
        p[2 * hole + 1] = entry;
    }

    private boolean before(long time, long entry, long otherTime, long otherEntry) {
        return time < otherTime || time == otherTime && cells.tieBefore(entry, otherEntry);
    }

    /** Shows every entry, in no particular order, and forgets them. */
    void drainTo(EntryConsumer consumer) {
        int end = ROOT + size;
        size = 0;
        for (int i = ROOT; i < end; i++) {
            consumer.accept(pairs[2 * i], pairs[2 * i + 1]);
        }
    }

    /** Receives entries. */
    interface EntryConsumer {
        void accept(long time, long entry);
    }
}
