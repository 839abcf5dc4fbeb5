package io.omerta.sim.replication;

/**
 * One replication: builds a model, runs it, and returns what is to be kept of it.
 *
 * @param <R> result; small, because the results of all replications are kept
 */
@FunctionalInterface
public interface Replication<R> {
    /**
     * Runs on one thread from beginning to end, while other replications run on others.
     *
     * @throws Exception any failure; it ends the set of replications
     */
    R run(ReplicationContext context) throws Exception;
}
