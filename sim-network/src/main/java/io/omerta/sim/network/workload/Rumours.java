package io.omerta.sim.network.workload;

import java.util.Arrays;

/** Which node has heard which rumour, as bits, and when each rumour reached how many. */
final class Rumours {
    private final int nodes;
    private final int wordsPerNode;
    private final long[] heard;
    private final long[] startedAt;
    private final long[][] arrivals;
    private final int[] reached;
    private int started;
    private int complete;

    Rumours(int nodes, int rumours) {
        this.nodes = nodes;
        this.wordsPerNode = (rumours + 63) / 64;
        this.heard = new long[Math.multiplyExact(nodes, wordsPerNode)];
        this.startedAt = new long[rumours];
        this.arrivals = new long[rumours][];
        this.reached = new int[rumours];
    }

    int start(long now) {
        int rumour = started++;
        startedAt[rumour] = now;
        arrivals[rumour] = new long[Math.min(nodes, 256)];
        return rumour;
    }

    int started() {
        return started;
    }

    boolean has(int node, int rumour) {
        return (heard[node * wordsPerNode + (rumour >> 6)] >>> rumour & 1) != 0;
    }

    /** The node knows the rumour from now on; false if it knew. */
    boolean hear(int node, int rumour, long now) {
        if (has(node, rumour)) {
            return false;
        }
        heard[node * wordsPerNode + (rumour >> 6)] |= 1L << rumour;
        int n = reached[rumour]++;
        if (n == arrivals[rumour].length) {
            arrivals[rumour] = Arrays.copyOf(arrivals[rumour], Math.min(nodes, n * 2));
        }
        arrivals[rumour][n] = now - startedAt[rumour];
        complete += n + 1 == nodes ? 1 : 0;
        return true;
    }

    /** The node has forgotten everything. */
    void forget(int node) {
        for (int rumour = 0; rumour < started; rumour++) {
            if (has(node, rumour)) {
                complete -= reached[rumour] == nodes ? 1 : 0;
                reached[rumour]--;
            }
        }
        Arrays.fill(heard, node * wordsPerNode, (node + 1) * wordsPerNode, 0);
    }

    /** A copy of what a node has heard, one bit a rumour. */
    long[] digest(int node) {
        return Arrays.copyOfRange(heard, node * wordsPerNode, (node + 1) * wordsPerNode);
    }

    /** Nodes that know the rumour. */
    int reached(int rumour) {
        return reached[rumour];
    }

    /** Rumours that every node knows. */
    int complete() {
        return complete;
    }

    /**
     * Time after its start at which the n-th node heard it, nanoseconds; n from 1 to {@link #reached}. If nodes forgot it
     * meanwhile, the last time at which the number of nodes that know it rose to n.
     */
    long arrivalNanos(int rumour, int n) {
        return arrivals[rumour][n - 1];
    }
}
