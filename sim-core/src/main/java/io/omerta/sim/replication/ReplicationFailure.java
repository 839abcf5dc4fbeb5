package io.omerta.sim.replication;

/** A replication failed. Says which, and under which seed it can be run alone; the cause is what it threw. */
public final class ReplicationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final long seed;

    ReplicationFailure(int index, long seed, Throwable cause) {
        super("replication " + index + " (seed " + seed + ") failed: " + reason(cause), cause);
        this.index = index;
        this.seed = seed;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Number of the replication, from 0. */
    public int index() {
        return index;
    }

    /** The seed of the replication. */
    public long seed() {
        return seed;
    }
}
