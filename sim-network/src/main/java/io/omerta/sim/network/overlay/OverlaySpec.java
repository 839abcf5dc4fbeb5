package io.omerta.sim.network.overlay;

import java.util.List;

/** A rule that makes an overlay. */
public sealed interface OverlaySpec {
    /** Everyone is everyone's neighbour. */
    record Complete() implements OverlaySpec {}

    /**
     * SimBlock's rule: each node draws a number of outbound links from the distribution and links to that many distinct
     * others, in an order shuffled for it; links are used in both directions.
     *
     * @param degreeDistribution probability of 1, 2, 3 ... outbound links; sums to 1
     */
    record RandomDegree(List<Double> degreeDistribution) implements OverlaySpec {
        public RandomDegree {
            degreeDistribution = List.copyOf(degreeDistribution);
        }
    }

    /**
     * A random graph in which every node has the same degree.
     *
     * @param degree links of each node; nodes x degree must be even
     */
    record RandomRegular(int degree) implements OverlaySpec {}

    /**
     * Watts and Strogatz (Nature, 1998): a ring in which each node is linked to its nearest neighbours, each link then
     * rewired with the given probability.
     *
     * @param neighbours even number of nearest neighbours
     * @param rewiring probability in [0, 1]
     */
    record SmallWorld(int neighbours, double rewiring) implements OverlaySpec {}

    /** Links given one by one, as pairs of node indices, used in both directions. */
    record Explicit(List<Link> links) implements OverlaySpec {
        public Explicit {
            links = List.copyOf(links);
        }
    }

    /** A link between two nodes by index. */
    record Link(int from, int to) {}
}
