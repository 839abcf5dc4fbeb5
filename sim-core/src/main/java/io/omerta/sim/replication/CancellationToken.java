package io.omerta.sim.replication;

/** Asks a set of replications to end early, from any thread; a shutdown hook for instance. */
public final class CancellationToken {
    private volatile boolean cancelled;

    /** Cancels, for good. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
