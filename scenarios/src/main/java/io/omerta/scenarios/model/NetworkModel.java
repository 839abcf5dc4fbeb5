package io.omerta.scenarios.model;

import io.omerta.sim.network.Contention;
import io.omerta.sim.network.PathOverride;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NodePlacement;
import java.util.List;

/**
 * The network of a scenario.
 *
 * @param preset the preset, with the scenario's own shares, assignment and delay law put in
 * @param nodes who there is
 * @param contention whether simultaneous messages share access links
 * @param loss whether access types lose messages
 * @param overlay who is linked to whom
 * @param paths exceptions for single paths, each for one direction
 */
public record NetworkModel(
        NetworkPreset preset,
        Nodes nodes,
        Contention contention,
        boolean loss,
        OverlaySpec overlay,
        List<PathOverride> paths) {
    public NetworkModel {
        paths = List.copyOf(paths);
    }

    /** Who there is. */
    public sealed interface Nodes {
        /** Number of nodes. */
        int count();
    }

    /** Nodes named node_0, node_1 ..., given regions and access types by the shares of the preset. */
    public record Counted(int count) implements Nodes {}

    /** Nodes named one by one. */
    public record Listed(List<NodePlacement> members) implements Nodes {
        public Listed {
            members = List.copyOf(members);
        }

        @Override
        public int count() {
            return members.size();
        }
    }
}
