package io.omerta.sim.network.workload;

import java.util.Arrays;

/**
 * What each node has asked for and not received yet: the block, the holder that it asked, and the first other node that
 * announced the block since, to turn to if the holder fails. A node has few downloads at a time, so each keeps a short list.
 */
final class Downloads {
    static final int NOBODY = -1;

    /** An entry is a block, its holder, and the other announcer. */
    private static final int FIELDS = 3;

    private static final int[] NONE = {};

    private final int[][] entries;
    private final int[] used;

    Downloads(int nodes) {
        entries = new int[nodes][];
        Arrays.fill(entries, NONE);
        used = new int[nodes];
    }

    void begin(int node, int block, int holder) {
        if (used[node] == entries[node].length) {
            entries[node] = Arrays.copyOf(entries[node], Math.max(2 * FIELDS, 2 * used[node]));
        }
        int at = used[node];
        entries[node][at] = block;
        entries[node][at + 1] = holder;
        entries[node][at + 2] = NOBODY;
        used[node] += FIELDS;
    }

    /** Whom the node asked for the block, or {@link #NOBODY}. */
    int holder(int node, int block) {
        int at = find(node, block);
        return at < 0 ? NOBODY : entries[node][at + 1];
    }

    /** The node learns that another one has the block; false if it does not wait for it. */
    boolean announced(int node, int block, int other) {
        int at = find(node, block);
        if (at < 0) {
            return false;
        }
        int[] list = entries[node];
        if (list[at + 2] == NOBODY && list[at + 1] != other) {
            list[at + 2] = other;
        }
        return true;
    }

    /** The node waits no longer, if it did; gives the other node that announced the block, or {@link #NOBODY}. */
    int end(int node, int block) {
        int at = find(node, block);
        if (at < 0) {
            return NOBODY;
        }
        int[] list = entries[node];
        int other = list[at + 2];
        used[node] -= FIELDS;
        System.arraycopy(list, at + FIELDS, list, at, used[node] - at);
        return other;
    }

    /** The blocks that the node waits for from one holder, in the order in which it asked. */
    int[] blocksFrom(int node, int holder) {
        int[] blocks = new int[used[node] / FIELDS];
        int n = 0;
        for (int at = 0; at < used[node]; at += FIELDS) {
            if (entries[node][at + 1] == holder) {
                blocks[n++] = entries[node][at];
            }
        }
        return Arrays.copyOf(blocks, n);
    }

    /** The node waits for nothing any more. */
    void clear(int node) {
        used[node] = 0;
    }

    private int find(int node, int block) {
        int[] list = entries[node];
        for (int at = 0; at < used[node]; at += FIELDS) {
            if (list[at] == block) {
                return at;
            }
        }
        return -1;
    }
}
