package io.omerta.sim.kernel;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The record of executed events: their number, their SHA-256, and marks by which two traces can be compared without
 * keeping either.
 *
 * <p>Each event is hashed as one big-endian word, a 64-bit mix of time, source, counter, type, target and the three
 * payload words; the mix is a bijection of each field, so that a change of one always changes it. Names of event types
 * enter the hash when they are declared. Not thread-safe.
 */
public final class Trace {
    private static final int MAX_MARKS = 4096;

    private final TraceDigest digest = new TraceDigest();
    private long events;
    private long chain;
    private long markInterval = 1024;
    private long[] marks = new long[MAX_MARKS];
    private int markCount;
    private @Nullable EventObserver observer;
    private LongConsumer atMark = events -> {};

    /** Sees each event as it is about to be executed. */
    @FunctionalInterface
    public interface EventObserver {
        /**
         * @param index number of the event in the trace, from 0
         */
        void event(long index, long timeNanos, int source, long counter, int type, int target, long a, long b, long c);
    }

    /** Lets an observer see every event from now on; it must not influence the run. */
    public void observe(EventObserver newObserver) {
        observer = newObserver;
    }

    /**
     * Lets a listener know now and then, at least every thousandth part of a long run, how many events there were: for
     * progress and cancellation. It must not influence the run, but may end it by throwing.
     */
    public void atMarks(LongConsumer listener) {
        atMark = listener;
    }

    void declare(String typeName) {
        digest.update(typeName);
    }

    void record(long time, int source, long counter, int type, int target, long a, long b, long c) {
        if (observer != null) {
            observer.event(events, time, source, counter, type, target, a, b, c);
        }
        long mix = (time + 0x9fb21c651e98df25L) * 0xaef17502108ef2d9L
                ^ Long.rotateLeft((counter << 16 | type) * 0x9e3779b97f4a7c15L, 7)
                ^ Long.rotateLeft(((long) source << 32 | target) * 0xc2b2ae3d27d4eb4fL, 17)
                ^ Long.rotateLeft((a + 0x165667b19e3779f9L) * 0xd6e8feb86659fd93L, 29)
                ^ Long.rotateLeft((b + 0x27d4eb2f165667c5L) * 0xff51afd7ed558ccdL, 41)
                ^ Long.rotateLeft((c + 0x85ebca77c2b2ae63L) * 0xc4ceb9fe1a85ec53L, 53);
        mix = (mix ^ mix >>> 32) * 0xbf58476d1ce4e5b9L;
        mix ^= mix >>> 29;
        digest.update(mix);
        chain = (chain ^ mix) * 0x94d049bb133111ebL;
        chain ^= chain >>> 31;
        if (++events % markInterval == 0) {
            mark();
        }
    }

    private void mark() {
        atMark.accept(events);
        if (markCount == MAX_MARKS) {
            // Keep every second mark: the marks stay evenly spaced however long the run.
            for (int i = 0; i < MAX_MARKS / 2; i++) {
                marks[i] = marks[2 * i + 1];
            }
            markCount = MAX_MARKS / 2;
            markInterval *= 2;
            if (events % markInterval != 0) {
                return;
            }
        }
        marks[markCount++] = chain;
    }

    /** Number of events recorded. */
    public long events() {
        return events;
    }

    /** SHA-256 of everything recorded so far, in hexadecimal. */
    public String sha256() {
        return digest.hex();
    }

    /** Marks so far. */
    public Marks marks() {
        long[] copy = new long[markCount];
        System.arraycopy(marks, 0, copy, 0, markCount);
        return new Marks(markInterval, copy);
    }

    /**
     * Digests of every prefix of {@code interval}, 2 {@code interval}, 3 {@code interval} ... events.
     *
     * @param interval events between marks, a power of two times 1024
     * @param digests digest of each prefix
     */
    public record Marks(long interval, long[] digests) {
        /**
         * Number of leading events known to be the same in both traces; the first difference, if any, follows within
         * one interval of the coarser of the two.
         */
        public long commonPrefix(Marks other) {
            long coarse = Math.max(interval, other.interval);
            long events = 0;
            while (true) {
                long next = events + coarse;
                int mine = (int) (next / interval) - 1;
                int theirs = (int) (next / other.interval) - 1;
                if (mine >= digests.length
                        || theirs >= other.digests.length
                        || digests[mine] != other.digests[theirs]) {
                    return events;
                }
                events = next;
            }
        }
    }
}
