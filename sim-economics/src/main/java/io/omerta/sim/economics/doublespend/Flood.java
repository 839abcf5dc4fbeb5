package io.omerta.sim.economics.doublespend;

import io.omerta.sim.random.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** When a message that everyone passes on reaches whom. */
final class Flood {
    private static final double HOP_SECONDS = 0.05;
    private static final double SHORTEST = 0.8;
    private static final double LONGEST = 1.2;

    private Flood() {}

    private record Reached(double seconds, int node) {}

    /** The delay of one hop under the published law, seconds. */
    static double hop(RandomStream stream) {
        return HOP_SECONDS * (SHORTEST + (LONGEST - SHORTEST) * stream.nextDouble());
    }

    /** One delay for each link, seconds. */
    static double[] delays(PeerGraph graph, RandomStream stream) {
        double[] delays = new double[graph.links()];
        Arrays.setAll(delays, link -> hop(stream));
        return delays;
    }

    /**
     * Arrival at each node, seconds; +infinity where it never arrives.
     *
     * @param delays delay of each link, seconds
     * @param startSeconds when the source sends it
     */
    static double[] arrivals(PeerGraph graph, double[] delays, int source, double startSeconds, Marking marking) {
        double[] arrival = new double[graph.nodes()];
        Arrays.fill(arrival, Double.POSITIVE_INFINITY);
        PriorityQueue<Reached> next =
                new PriorityQueue<>(Comparator.comparingDouble(Reached::seconds).thenComparingInt(Reached::node));
        arrival[source] = startSeconds;
        next.add(new Reached(startSeconds, source));
        for (Reached at = next.poll(); at != null; at = next.poll()) {
            if (at.seconds > arrival[at.node]) {
                continue;
            }
            for (int link = graph.firstLink(at.node); link < graph.firstLink(at.node + 1); link++) {
                int peer = graph.end(link);
                double seconds = at.seconds + delays[link];
                boolean better = marking == Marking.FIRST_DISCOVERER
                        ? Double.isInfinite(arrival[peer])
                        : seconds < arrival[peer];
                if (better) {
                    arrival[peer] = seconds;
                    next.add(new Reached(seconds, peer));
                }
            }
        }
        return arrival;
    }
}
