package io.omerta.sim.network.overlay;

import io.omerta.sim.random.RandomStream;
import java.util.Arrays;

/**
 * Watts and Strogatz, "Collective dynamics of 'small-world' networks" (Nature 393, 1998). Each node opens a link to its
 * half of the nearest neighbours that lie ahead. Then the links to the next node are visited all around the ring, those
 * to the next but one, and so on; each is redirected with the given probability to a node drawn uniformly among those
 * that the opener is not linked with. A node linked to all others keeps its link.
 */
final class SmallWorldGraph {
    private SmallWorldGraph() {}

    static AdjacencyArrays build(OverlaySpec.SmallWorld spec, int nodes, RandomStream stream) {
        int neighbours = spec.neighbours();
        if (neighbours < 2 || neighbours % 2 != 0 || neighbours >= nodes) {
            throw new IllegalArgumentException("a small world of " + nodes
                    + " nodes needs an even number of neighbours from 2 to " + (nodes - 1) + ", but has " + neighbours);
        }
        double rewiring = spec.rewiring();
        if (!(rewiring >= 0 && rewiring <= 1)) {
            throw new IllegalArgumentException("the rewiring probability must lie in [0, 1], but is " + rewiring);
        }
        int ahead = neighbours / 2;
        OutboundLinks links = ring(nodes, ahead);
        for (int step = 0; step < ahead; step++) {
            for (int node = 0; node < nodes; node++) {
                if (stream.nextBernoulli(rewiring) && links.degree(node) < nodes - 1) {
                    links.redirect(node, step, stranger(node, nodes, links, stream));
                }
            }
        }
        return links.overlay();
    }

    private static OutboundLinks ring(int nodes, int ahead) {
        int[] places = new int[nodes];
        Arrays.fill(places, ahead);
        OutboundLinks links = new OutboundLinks(places);
        for (int node = 0; node < nodes; node++) {
            for (int distance = 1; distance <= ahead; distance++) {
                links.open(node, (int) (((long) node + distance) % nodes));
            }
        }
        return links;
    }

    private static int stranger(int node, int nodes, OutboundLinks links, RandomStream stream) {
        while (true) {
            int other = stream.nextInt(nodes);
            if (other != node && !links.linked(node, other)) {
                return other;
            }
        }
    }
}
