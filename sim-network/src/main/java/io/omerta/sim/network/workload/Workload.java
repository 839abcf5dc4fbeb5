package io.omerta.sim.network.workload;

import io.omerta.sim.network.Network;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;

/** What the nodes of one replication do. */
public interface Workload extends ReplicationModel {
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
