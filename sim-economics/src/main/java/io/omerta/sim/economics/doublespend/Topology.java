package io.omerta.sim.economics.doublespend;

import io.omerta.sim.random.RandomStream;

/** How peers find each other. */
public enum Topology {
    /** Every pair with the same probability, which is the connectivity. */
    ERDOS_RENYI {
        @Override
        PeerGraph draw(int nodes, double connectivity, RandomStream stream) {
            return PeerGraph.erdosRenyi(nodes, connectivity, stream);
        }
    },

    /** Newcomers prefer the well connected: each connects with five times the connectivity, rounded down, at least one. */
    BARABASI_ALBERT {
        @Override
        PeerGraph draw(int nodes, double connectivity, RandomStream stream) {
            return PeerGraph.barabasiAlbert(nodes, Math.max(1, (int) (MOST_ATTACHMENTS * connectivity)), stream);
        }
    };

    private static final int MOST_ATTACHMENTS = 5;

    /**
     * @param connectivity from 0 to 1
     */
    abstract PeerGraph draw(int nodes, double connectivity, RandomStream stream);
}
