package io.omerta.sim.replication;

/** Told now and then how far a set of replications has come, on the thread that called {@link Replications#run}. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * @param completed replications that have finished
     * @param total replications asked for
     * @param events events executed so far, as reported by {@link ReplicationContext#executed}
     */
    void progress(int completed, int total, long events);
}
