package io.omerta.sim.network.overlay;

import io.omerta.sim.random.RandomStream;
import java.util.Arrays;

/**
 * A random regular graph by the pairing model (Bollobas, 1980): every node gets as many stubs as its degree, all stubs are
 * paired at random, and pairs that are self links or double links are repaired by switchings with other random links
 * (McKay and Wormald, "Uniform generation of random regular graphs of moderate degree", 1990). Uniform up to the bias of
 * the repair, which vanishes as the nodes grow at a fixed degree.
 *
 * <p>Degrees above half of the nodes are made as the complement, so that a switching always exists.
 */
final class RandomRegularGraph {
    private final int degree;
    private final RandomStream stream;

    /** Links in the order of their pairing. */
    private final int[] from;

    private final int[] to;

    /** The partners of each node, {@code degree} entries a node; a self link stands twice in its node's row. */
    private final int[] rows;

    private RandomRegularGraph(int nodes, int degree, RandomStream stream) {
        this.degree = degree;
        this.stream = stream;
        int links = AdjacencyArrays.capacity((long) nodes * degree / 2);
        int[] stubs = new int[2 * links];
        for (int i = 0; i < stubs.length; i++) {
            stubs[i] = i / degree;
        }
        stream.shuffle(stubs);
        from = new int[links];
        to = new int[links];
        rows = new int[stubs.length];
        int[] filled = new int[nodes];
        for (int link = 0; link < links; link++) {
            int a = stubs[2 * link];
            int b = stubs[2 * link + 1];
            from[link] = a;
            to[link] = b;
            rows[a * degree + filled[a]++] = b;
            rows[b * degree + filled[b]++] = a;
        }
    }

    static AdjacencyArrays build(OverlaySpec.RandomRegular spec, int nodes, RandomStream stream) {
        int degree = spec.degree();
        if (degree < 0 || degree >= nodes) {
            throw new IllegalArgumentException("a regular overlay of " + nodes + " nodes needs a degree from 0 to "
                    + (nodes - 1) + ", but the degree is " + degree);
        }
        if (nodes % 2 != 0 && degree % 2 != 0) {
            throw new IllegalArgumentException("a regular overlay needs an even number of nodes x degree, but has "
                    + nodes + " nodes of degree " + degree + "; change one of them by one");
        }
        if (2L * degree < nodes) {
            return new RandomRegularGraph(nodes, degree, stream).repaired(nodes);
        }
        AdjacencyArrays absent = new RandomRegularGraph(nodes, nodes - 1 - degree, stream).repaired(nodes);
        return complement(absent, degree);
    }

    /**
     * Ends with probability 1. A bad link's ends have at most degree - 1 other partners, so of the nodes x degree ways to
     * pick and turn a second link at least degree x (nodes - 2 degree) leave two links that are not yet there. These
     * are good, except that two self links become a double link.
     */
    private AdjacencyArrays repaired(int nodes) {
        for (int link = 0; link < from.length; link++) {
            while (isBad(link)) {
                trySwitching(link);
            }
        }
        return AdjacencyArrays.of(nodes, from.length, from, to);
    }

    private boolean isBad(int link) {
        return from[link] == to[link] || occurrences(from[link], to[link]) > 1;
    }

    /** Replaces a-b and c-d by a-c and b-d, if these are new. */
    private void trySwitching(int link) {
        int other = stream.nextInt(from.length);
        boolean turned = stream.nextBoolean();
        int a = from[link];
        int b = to[link];
        int c = turned ? to[other] : from[other];
        int d = turned ? from[other] : to[other];
        if (a == c || b == d || occurrences(a, c) > 0 || occurrences(b, d) > 0) {
            return;
        }
        replace(a, b, c);
        replace(b, a, d);
        replace(c, d, a);
        replace(d, c, b);
        to[link] = c;
        from[other] = b;
        to[other] = d;
    }

    private int occurrences(int node, int partner) {
        int count = 0;
        for (int i = node * degree; i < (node + 1) * degree; i++) {
            if (rows[i] == partner) {
                count++;
            }
        }
        return count;
    }

    private void replace(int node, int partner, int replacement) {
        int i = node * degree;
        while (rows[i] != partner) {
            i++;
        }
        rows[i] = replacement;
    }

    private static AdjacencyArrays complement(AdjacencyArrays absent, int degree) {
        int nodes = absent.nodes();
        int links = AdjacencyArrays.capacity((long) nodes * degree / 2);
        int[] from = new int[links];
        int[] to = new int[links];
        boolean[] isAbsent = new boolean[nodes];
        int link = 0;
        for (int node = 0; node < nodes; node++) {
            Arrays.fill(isAbsent, false);
            for (int i = 0; i < absent.degree(node); i++) {
                isAbsent[absent.neighbour(node, i)] = true;
            }
            for (int other = node + 1; other < nodes; other++) {
                if (!isAbsent[other]) {
                    from[link] = node;
                    to[link] = other;
                    link++;
                }
            }
        }
        return AdjacencyArrays.of(nodes, links, from, to);
    }
}
