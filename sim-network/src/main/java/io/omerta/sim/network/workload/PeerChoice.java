package io.omerta.sim.network.workload;

import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.random.RandomStream;

/** Draws the peers that a node turns to. */
final class PeerChoice {
    private final WorkloadSpec.Targets targets;
    private final Overlay overlay;
    private final int nodes;

    PeerChoice(WorkloadSpec.Targets targets, Overlay overlay, int nodes) {
        this.targets = targets;
        this.overlay = overlay;
        this.nodes = nodes;
    }

    /** Number of peers that a node could turn to. */
    int candidates(int node) {
        return targets == WorkloadSpec.Targets.OVERLAY ? overlay.degree(node) : nodes - 1;
    }

    /** One peer, uniformly; the node must have a candidate. */
    int one(int node, RandomStream stream) {
        int drawn = stream.nextInt(candidates(node));
        if (targets == WorkloadSpec.Targets.OVERLAY) {
            return overlay.neighbour(node, drawn);
        }
        return drawn < node ? drawn : drawn + 1;
    }

    /**
     * Distinct peers, uniformly without replacement.
     *
     * @param spared a peer that is not drawn, or -1
     * @return as many as there are, at most {@code count}
     */
    int[] several(int node, int count, int spared, RandomStream stream) {
        int available = candidates(node) - (isCandidate(node, spared) ? 1 : 0);
        int wanted = Math.min(count, available);
        if (wanted * 2 > available) {
            return fromFullList(node, wanted, spared, stream);
        }
        int[] peers = new int[wanted];
        int n = 0;
        while (n < wanted) {
            int peer = one(node, stream);
            if (peer != spared && !contains(peers, n, peer)) {
                peers[n++] = peer;
            }
        }
        return peers;
    }

    private int[] fromFullList(int node, int wanted, int spared, RandomStream stream) {
        int[] all = new int[candidates(node)];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            int peer = targets == WorkloadSpec.Targets.OVERLAY ? overlay.neighbour(node, i) : i < node ? i : i + 1;
            if (peer != spared) {
                all[n++] = peer;
            }
        }
        int[] peers = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            int j = i + stream.nextInt(n - i);
            peers[i] = all[j];
            all[j] = all[i];
        }
        return peers;
    }

    private boolean isCandidate(int node, int peer) {
        if (peer < 0) {
            return false;
        }
        if (targets == WorkloadSpec.Targets.ANYONE) {
            return peer != node;
        }
        for (int i = 0; i < overlay.degree(node); i++) {
            if (overlay.neighbour(node, i) == peer) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] peers, int count, int peer) {
        for (int i = 0; i < count; i++) {
            if (peers[i] == peer) {
                return true;
            }
        }
        return false;
    }
}
