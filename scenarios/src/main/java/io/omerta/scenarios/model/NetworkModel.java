package io.omerta.scenarios.model;

import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.region.NetworkPreset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of a scenario.
 *
 * @param preset the preset, with the scenario's own shares, assignment and delay law put in
 * @param nodes who there is
 * @param contention whether simultaneous messages share access links
 * @param loss whether access types lose messages
 * @param overlay who is linked to whom
 * @param paths exceptions for single paths
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
    public record Listed(List<Member> members) implements Nodes {
        public Listed {
            members = List.copyOf(members);
        }

        @Override
        public int count() {
            return members.size();
        }
    }

    /**
     * A node named one by one.
     *
     * @param id unique name
     * @param region key of a region of the preset
     * @param connection key of an access type of the preset
     */
    public record Member(String id, String region, String connection) {}

    /** What simultaneous messages do to each other. */
    public enum Contention {
        /** Nothing: each has its links to itself. */
        NONE,
        /** They queue for the sender's upload and the receiver's download. */
        QUEUES
    }

    /**
     * An exception for the messages from one node to another.
     *
     * @param from index of the sender
     * @param to index of the receiver
     * @param delayNanos propagation delay of every message, instead of the law's; null leaves the law
     * @param lossProbability instead of the access types'; null leaves theirs
     * @param symmetric the way back is the same
     */
    public record PathOverride(
            int from, int to, @Nullable Long delayNanos, @Nullable Double lossProbability, boolean symmetric) {}
}
