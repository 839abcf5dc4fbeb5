package io.omerta.sim.network.overlay;

import java.util.Arrays;

/**
 * Links by the node that opened them, each node having a fixed number of places. Membership is tested in the short lists
 * of the two ends.
 */
final class OutboundLinks {
    private final int[] offsets;
    private final int[] targets;
    private final int[] counts;
    private final int[] degrees;

    /** @param places most links that each node may open */
    OutboundLinks(int[] places) {
        offsets = new int[places.length + 1];
        long sum = 0;
        for (int node = 0; node < places.length; node++) {
            sum += places[node];
            offsets[node + 1] = AdjacencyArrays.capacity(sum);
        }
        targets = new int[offsets[places.length]];
        counts = new int[places.length];
        degrees = new int[places.length];
    }

    void open(int from, int to) {
        targets[offsets[from] + counts[from]++] = to;
        degrees[from]++;
        degrees[to]++;
    }

    /** Number of links the node has opened. */
    int opened(int from) {
        return counts[from];
    }

    /** Number of the node's links, whoever opened them. */
    int degree(int node) {
        return degrees[node];
    }

    /** Moves the other end of the i-th link that the node opened. */
    void redirect(int from, int i, int to) {
        int place = offsets[from] + i;
        degrees[targets[place]]--;
        degrees[to]++;
        targets[place] = to;
    }

    boolean linked(int a, int b) {
        return hasOpened(a, b) || hasOpened(b, a);
    }

    /** The overlay of all links, made in ascending order of the nodes that opened them. */
    AdjacencyArrays overlay() {
        int[] from = new int[targets.length];
        int[] to = new int[targets.length];
        int links = 0;
        for (int node = 0; node < counts.length; node++) {
            Arrays.fill(from, links, links + counts[node], node);
            System.arraycopy(targets, offsets[node], to, links, counts[node]);
            links += counts[node];
        }
        return AdjacencyArrays.of(counts.length, links, from, to);
    }

    private boolean hasOpened(int from, int to) {
        for (int i = offsets[from]; i < offsets[from] + counts[from]; i++) {
            if (targets[i] == to) {
                return true;
            }
        }
        return false;
    }
}
