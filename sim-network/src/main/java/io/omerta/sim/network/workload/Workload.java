package io.omerta.sim.network.workload;

import io.omerta.sim.network.Network;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings;
import java.util.List;

/** What the nodes of one replication do. */
public interface Workload {
    /** Schedules the first events. */
    void start();

    /**
     * Whether all there was to do is done. A workload that becomes finished stops the kernel; one that never is ends
     * with the duration of the run, or when nothing is left to happen.
     */
    boolean finished();

    /** The warm-up is over: what was observed so far does not count. */
    default void warmUpEnded() {}

    /** Single values, once the run has ended. */
    List<Observation> observations();

    /** Shares of charts, once the run has ended. */
    List<Panel> panels();

    /** Properties that were checked, once the run has ended. */
    default List<ReplicationFindings.Check> checks() {
        return List.of();
    }

    /** The workload that a specification describes, of those that are a model of their own in this package. */
    static Workload of(WorkloadSpec spec, Network network, Overlay overlay, RandomStreams streams) {
        if (spec instanceof WorkloadSpec.BlockPropagation blocks) {
            return new BlockPropagation(blocks, network, overlay, streams);
        }
        if (spec instanceof WorkloadSpec.Gossip gossip) {
            return new Gossip(gossip, network, overlay, streams);
        }
        if (spec instanceof WorkloadSpec.Ping ping) {
            return new Ping(ping, network, overlay, streams);
        }
        throw new IllegalStateException("no workload for " + spec);
    }
}
