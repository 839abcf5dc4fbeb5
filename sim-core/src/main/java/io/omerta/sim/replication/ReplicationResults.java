package io.omerta.sim.replication;

import java.util.List;

/**
 * Results of a set of replications.
 *
 * @param finished the replications that finished, in the order of their index
 * @param complete whether that is all of them; false after a cancellation, when those that take long are missing more
 *     often than others, so that no statistic of the rest is unbiased
 */
public record ReplicationResults<R>(List<Finished<R>> finished, boolean complete) {
    /**
     * One finished replication.
     *
     * @param index number of the replication, from 0
     * @param seed seed under which it can be run alone
     */
    public record Finished<R>(int index, long seed, R result) {}

    public ReplicationResults {
        finished = List.copyOf(finished);
    }

    /** The results alone, in the order of their index. */
    public List<R> values() {
        return finished.stream().map(Finished::result).toList();
    }
}
