package io.omerta.sim.network.overlay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The overlay of a list of links. */
final class ExplicitGraph {
    private ExplicitGraph() {}

    static AdjacencyArrays build(OverlaySpec.Explicit spec, int nodes) {
        List<OverlaySpec.Link> links = spec.links();
        int[] from = new int[links.size()];
        int[] to = new int[links.size()];
        Map<Long, Integer> numbers = new LinkedHashMap<>(); // link, smaller end first, to its number from 1
        for (int i = 0; i < from.length; i++) {
            from[i] = links.get(i).from();
            to[i] = links.get(i).to();
            String name = "link " + (i + 1) + " (" + from[i] + " - " + to[i] + ")";
            requireNode(name, from[i], nodes);
            requireNode(name, to[i], nodes);
            if (from[i] == to[i]) {
                throw new IllegalArgumentException(name + " links a node to itself; remove it");
            }
            long key = (long) Math.min(from[i], to[i]) * nodes + Math.max(from[i], to[i]);
            Integer earlier = numbers.putIfAbsent(key, i + 1);
            if (earlier != null) {
                throw new IllegalArgumentException(
                        name + " repeats link " + earlier + "; links work in both directions, remove one");
            }
        }
        return AdjacencyArrays.of(nodes, from.length, from, to);
    }

    private static void requireNode(String link, int node, int nodes) {
        if (node < 0 || node >= nodes) {
            throw new IllegalArgumentException(
                    link + " names node " + node + ", but the nodes are 0 to " + (nodes - 1));
        }
    }
}
