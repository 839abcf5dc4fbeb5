package io.omerta.sim.kernel;

import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.experiment.RunControl;
import nl.tudelft.simulation.naming.context.JvmContext;

/**
 * A DSOL replication with a naming context of its own. DSOL's own classes enter each replication, and each statistic of
 * it, in a context shared by the whole process, which replications running side by side would fight over.
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
        setContext(new JvmContext(id));
    }
}
