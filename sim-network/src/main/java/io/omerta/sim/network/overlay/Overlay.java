package io.omerta.sim.network.overlay;

import io.omerta.sim.random.RandomStreams;

/**
 * Who is linked to whom: an undirected graph on the nodes 0 to {@link #nodes} - 1, without self links or double links.
 *
 * <p>The order of a node's neighbours is part of the overlay, since a node that sends to them one at a time serves them in
 * it: first the nodes it opened a link to, in the order the links were made, then the nodes that opened a link to it,
 * again in that order. In a complete overlay the neighbours ascend.
 */
public sealed interface Overlay permits AdjacencyArrays, CompleteOverlay {
    /**
     * Builds the overlay of a rule. Degrees come from the stream "overlay.degree", links from "overlay.link".
     *
     * @param nodes number of nodes, at least 1
     * @throws IllegalArgumentException if the rule cannot be met with this many nodes
     */
    static Overlay build(OverlaySpec spec, int nodes, RandomStreams streams) {
        if (nodes < 1) {
            throw new IllegalArgumentException("an overlay needs at least one node, but " + nodes + " were asked for");
        }
        if (spec instanceof OverlaySpec.Complete) {
            return new CompleteOverlay(nodes);
        }
        if (spec instanceof OverlaySpec.RandomDegree random) {
            return RandomDegreeGraph.build(random, nodes, streams);
        }
        if (spec instanceof OverlaySpec.RandomRegular regular) {
            return RandomRegularGraph.build(regular, nodes, streams.stream("overlay.link"));
        }
        if (spec instanceof OverlaySpec.SmallWorld smallWorld) {
            return SmallWorldGraph.build(smallWorld, nodes, streams.stream("overlay.link"));
        }
        return ExplicitGraph.build((OverlaySpec.Explicit) spec, nodes);
    }

    /** Number of nodes. */
    int nodes();

    /** Number of links, each counted once. */
    long links();

    /** Number of neighbours of a node. */
    int degree(int node);

    /**
     * A neighbour of a node.
     *
     * @param i in [0, degree(node)); not checked
     */
    int neighbour(int node, int i);

    /** Number of connected components; 1 if every node can reach every other. Takes a walk over the whole overlay. */
    int components();
}
