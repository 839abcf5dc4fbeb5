package io.omerta.sim.economics.doublespend;

import io.omerta.sim.random.RandomStream;
import java.util.Arrays;

/** Who is connected with whom: undirected, without loops. Every connection is two links, one in each direction. */
final class PeerGraph {
    private final int[] first;
    private final int[] ends;

    /** The peers of node v are the ends of links first[v] to first[v + 1] - 1. */
    private PeerGraph(int[] first, int[] ends) {
        this.first = first;
        this.ends = ends;
    }

    int nodes() {
        return first.length - 1;
    }

    int links() {
        return ends.length;
    }

    /** The first link of a node; its last is the one before the first of the next node, also for the number after the last. */
    int firstLink(int node) {
        return first[node];
    }

    /** The node a link leads to. */
    int end(int link) {
        return ends[link];
    }

    int degree(int node) {
        return first[node + 1] - first[node];
    }

    /**
     * Every pair is connected with the same probability (Erdős and Rényi). Draws one number for each pair whatever the
     * probability, so that from the same stream a more probable graph contains a less probable one.
     */
    static PeerGraph erdosRenyi(int nodes, double probability, RandomStream stream) {
        Edges edges = new Edges(nodes);
        for (int one = 0; one < nodes; one++) {
            for (int other = one + 1; other < nodes; other++) {
                if (stream.nextBernoulli(probability)) {
                    edges.add(one, other);
                }
            }
        }
        return edges.graph();
    }

    /**
     * Begins with a complete graph of {@code attachments + 1} nodes; each further node connects with that many different
     * ones, chosen with weight degree + 1 (after Barabási and Albert).
     */
    static PeerGraph barabasiAlbert(int nodes, int attachments, RandomStream stream) {
        Edges edges = new Edges(nodes);
        int core = Math.min(nodes, attachments + 1);
        for (int node = 1; node < nodes; node++) {
            if (node < core) {
                for (int peer = 0; peer < node; peer++) {
                    edges.add(peer, node);
                }
            } else {
                attach(edges, node, attachments, stream);
            }
        }
        return edges.graph();
    }

    private static void attach(Edges edges, int node, int attachments, RandomStream stream) {
        int[] weight = new int[node];
        int sum = 0;
        for (int peer = 0; peer < node; peer++) {
            weight[peer] = edges.degree[peer] + 1;
            sum += weight[peer];
        }
        for (int i = 0; i < attachments; i++) {
            int place = stream.nextInt(sum);
            int peer = 0;
            while (place >= weight[peer]) {
                place -= weight[peer++];
            }
            sum -= weight[peer];
            weight[peer] = 0;
            edges.add(peer, node);
        }
    }

    private static final class Edges {
        private final int[] degree;
        private int[] one = new int[64];
        private int[] other = new int[64];
        private int size;

        Edges(int nodes) {
            degree = new int[nodes];
        }

        void add(int from, int to) {
            if (size == one.length) {
                one = Arrays.copyOf(one, 2 * size);
                other = Arrays.copyOf(other, 2 * size);
            }
            one[size] = from;
            other[size++] = to;
            degree[from]++;
            degree[to]++;
        }

        PeerGraph graph() {
            int[] first = new int[degree.length + 1];
            for (int node = 0; node < degree.length; node++) {
                first[node + 1] = first[node] + degree[node];
            }
            int[] next = Arrays.copyOf(first, degree.length);
            int[] ends = new int[2 * size];
            for (int edge = 0; edge < size; edge++) {
                ends[next[one[edge]]++] = other[edge];
                ends[next[other[edge]]++] = one[edge];
            }
            return new PeerGraph(first, ends);
        }
    }
}
