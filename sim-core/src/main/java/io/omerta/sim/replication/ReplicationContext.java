package io.omerta.sim.replication;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** What one replication knows of the set it belongs to. Used by the thread of the replication only. */
public final class ReplicationContext {
    private final int index;
    private final long seed;
    private final BooleanSupplier cancelled;
    private final LongAdder allEvents;
    private long events;

    ReplicationContext(int index, long seed, BooleanSupplier cancelled, LongAdder allEvents) {
        this.index = index;
        this.seed = seed;
        this.cancelled = cancelled;
        this.allEvents = allEvents;
    }

    /** Number of the replication, from 0. */
    public int index() {
        return index;
    }

    /** The seed of the replication. */
    public long seed() {
        return seed;
    }

    /**
     * Reports progress; a long replication does so between slices of its run.
     *
     * @param eventsSoFar events this replication has executed since its start
     */
    public void executed(long eventsSoFar) {
        allEvents.add(eventsSoFar - events);
        events = eventsSoFar;
    }

    /**
     * To be called between slices of a run.
     *
     * @throws CancellationException if the result is no longer wanted; not to be caught by the replication
     */
    public void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("replication " + index + " was cancelled");
        }
    }
}
