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
    private final int nodes;
    private final OutboundLinks links;
    private final RandomStream stream;

    private RandomDegreeGraph(int[] outbound, RandomStream stream) {
        this.nodes = outbound.length;
        this.links = new OutboundLinks(outbound);
        this.stream = stream;
    }

    static AdjacencyArrays build(OverlaySpec.RandomDegree spec, int nodes, RandomStreams streams) {
        int[] outbound = new Categorical(spec.degreeDistribution(), "shares of the degree distribution")
                .byQuota(nodes, streams.stream("overlay.degree"));
        for (int node = 0; node < nodes; node++) {
            outbound[node] = Math.min(outbound[node] + 1, nodes - 1); // category 0 is one link
        }
        RandomDegreeGraph graph = new RandomDegreeGraph(outbound, streams.stream("overlay.link"));
        for (int node = 0; node < nodes; node++) {
            graph.open(node, outbound[node]);
        }
        return graph.links.overlay();
    }

    private void open(int node, int outbound) {
        if (2L * (links.degree(node) + outbound) < nodes) {
            drawPartners(node, outbound);
        } else {
            walkCandidates(node, outbound);
        }
    }

    /**
     * Draws until a partner is new: the same law as the first eligible ones of a shuffled list, without shuffling all
     * nodes for each. At least half of the nodes are eligible.
     */
    private void drawPartners(int node, int outbound) {
        while (links.opened(node) < outbound) {
            tryOpen(node, stream.nextInt(nodes));
        }
    }

    private void walkCandidates(int node, int outbound) {
        int[] candidates = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            candidates[i] = i;
        }
        stream.shuffle(candidates);
        for (int i = 0; i < nodes && links.opened(node) < outbound; i++) {
            tryOpen(node, candidates[i]);
        }
    }

    private void tryOpen(int from, int to) {
        if (from != to && !links.linked(from, to)) {
            links.open(from, to);
        }
    }
}
