package io.omerta.sim.network.overlay;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.random.law.Categorical;

/**
 * SimBlock's overlay (its BitcoinCoreTable). Degrees are dealt by quota. In ascending order each node walks the others in
 * a shuffled order, and links to those it is not linked with, until it has opened as many links as its degree says or
 * nobody is left.
 */
final class RandomDegreeGraph {
    private RandomDegreeGraph() {}

    static AdjacencyArrays build(OverlaySpec.RandomDegree spec, int nodes, RandomStreams streams) {
        int[] wanted = new Categorical(spec.degreeDistribution(), "shares of the degree distribution")
                .byQuota(nodes, streams.stream("overlay.degree"));
        int[] degrees = new int[nodes]; // links of either direction
        for (int node = 0; node < nodes; node++) {
            wanted[node] = Math.min(wanted[node] + 1, nodes - 1); // category 0 is one link
        }
        OutboundLinks links = new OutboundLinks(wanted);
        RandomStream stream = streams.stream("overlay.link");
        for (int node = 0; node < nodes; node++) {
            int linkedAtEnd = degrees[node] + wanted[node];
            if (2L * linkedAtEnd < nodes) {
                drawPartners(node, wanted[node], nodes, links, degrees, stream);
            } else {
                walkCandidates(node, wanted[node], nodes, links, degrees, stream);
            }
        }
        return links.overlay();
    }

    /**
     * Draws until a partner is new: the same law as the first eligible ones of a shuffled list, without shuffling all
     * nodes for each. At least half of the nodes are eligible.
     */
    private static void drawPartners(
            int node, int wanted, int nodes, OutboundLinks links, int[] degrees, RandomStream stream) {
        while (links.opened(node) < wanted) {
            int other = stream.nextInt(nodes);
            if (other != node && !links.linked(node, other)) {
                open(node, other, links, degrees);
            }
        }
    }

    private static void walkCandidates(
            int node, int wanted, int nodes, OutboundLinks links, int[] degrees, RandomStream stream) {
        int[] candidates = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            candidates[i] = i;
        }
        stream.shuffle(candidates);
        for (int i = 0; i < nodes && links.opened(node) < wanted; i++) {
            if (candidates[i] != node && !links.linked(node, candidates[i])) {
                open(node, candidates[i], links, degrees);
            }
        }
    }

    private static void open(int from, int to, OutboundLinks links, int[] degrees) {
        links.open(from, to);
        degrees[from]++;
        degrees[to]++;
    }
}
