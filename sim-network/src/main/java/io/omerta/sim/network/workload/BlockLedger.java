package io.omerta.sim.network.workload;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The blocks of a simulated block chain and who has received which. Block 0 is the genesis block, which everyone has
 * from the start. Arrivals are kept in the order of events, so each block's list is sorted by time.
 */
final class BlockLedger {
    static final int GENESIS = 0;

    private final int nodes;
    private final int[] parent;
    private final int[] height;
    private final long[] createdAt;
    private final long[][] arrivals;
    private final int[] reached;
    private final BitSet[] received;
    private final BitSet[] forgotten;
    private int count = 1;

    BlockLedger(int nodes, int maxBlocks) {
        this.nodes = nodes;
        this.parent = new int[maxBlocks + 1];
        this.height = new int[maxBlocks + 1];
        this.createdAt = new long[maxBlocks + 1];
        this.arrivals = new long[maxBlocks + 1][];
        this.reached = new int[maxBlocks + 1];
        this.received = new BitSet[maxBlocks + 1];
        this.forgotten = new BitSet[maxBlocks + 1];
        BitSet everyone = new BitSet(nodes);
        everyone.set(0, nodes);
        received[GENESIS] = everyone;
        arrivals[GENESIS] = new long[0];
    }

    int create(int onTopOf, long now) {
        int block = count++;
        parent[block] = onTopOf;
        height[block] = height[onTopOf] + 1;
        createdAt[block] = now;
        arrivals[block] = new long[Math.min(nodes, 1024)];
        received[block] = new BitSet(nodes);
        forgotten[block] = new BitSet();
        return block;
    }

    /** Number of blocks, genesis included. */
    int count() {
        return count;
    }

    int height(int block) {
        return height[block];
    }

    boolean has(int block, int node) {
        return received[block].get(node);
    }

    /** The node has the block from now on; false if it had it before. */
    boolean receive(int block, int node, long now) {
        if (received[block].get(node)) {
            return false;
        }
        received[block].set(node);
        if (forgotten[block].get(node)) {
            return true;
        }
        int n = reached[block]++;
        if (n == arrivals[block].length) {
            arrivals[block] = Arrays.copyOf(arrivals[block], Math.min(nodes, n * 2));
        }
        arrivals[block][n] = now - createdAt[block];
        return true;
    }

    /** Everything the node had is gone, but for the genesis block. */
    void forget(int node) {
        for (int block = 1; block < count; block++) {
            if (received[block].get(node)) {
                received[block].clear(node);
                forgotten[block].set(node);
            }
        }
    }

    /** Whether one of two blocks is an ancestor of the other, or they are the same. */
    boolean onSameChain(int a, int b) {
        int low = height[a] < height[b] ? a : b;
        int high = low == a ? b : a;
        while (height[high] > height[low]) {
            high = parent[high];
        }
        return high == low;
    }

    /** Nodes that have received the block; one that forgot it still counts, and counts once if it receives it again. */
    int reached(int block) {
        return reached[block];
    }

    /** Time after its creation at which the n-th node had the block, nanoseconds; n from 1 to {@link #reached}. */
    long arrivalNanos(int block, int n) {
        return arrivals[block][n - 1];
    }

    /** Blocks of the longest chain; of two of the same length, the one first made. */
    BitSet mainChain() {
        int tip = GENESIS;
        for (int block = 1; block < count; block++) {
            if (height[block] > height[tip]) {
                tip = block;
            }
        }
        BitSet chain = new BitSet(count);
        for (int block = tip; block != GENESIS; block = parent[block]) {
            chain.set(block);
        }
        return chain;
    }
}
