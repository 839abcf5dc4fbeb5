package io.omerta.sim.kernel;

import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.experiment.RunControl;

/**
 * A DSOL replication that registers itself nowhere. DSOL's own classes enter each replication in a naming context shared
 * by the whole process, which replications running side by side would fight over.
 */
public final class KernelReplication extends Replication<Long> {
    private static final long serialVersionUID = 1L;

    /**
     * @param id name for messages
     * @param warmupNanos length of the warm-up
     * @param runLengthNanos length of the run, warm-up included
     */
    public KernelReplication(String id, long warmupNanos, long runLengthNanos) {
        super(new RunControl<>(id, 0L, warmupNanos, runLengthNanos));
    }
}
