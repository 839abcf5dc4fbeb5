package io.omerta.sim.network.workload;

import java.util.Arrays;

/** For each node, the requests that wait for its one transmission at a time: rings of packed words, made when needed. */
final class TransmissionQueues {
    private static final long[] NONE = {};

    private final long[][] rings;
    private final int[] first;
    private final int[] size;

    TransmissionQueues(int nodes) {
        rings = new long[nodes][];
        Arrays.fill(rings, NONE);
        first = new int[nodes];
        size = new int[nodes];
    }

    /** Packs a request: receiver in 24 bits, block in 24, attempt in 7, and whether only a missing part is wanted. */
    static long request(int to, int block, boolean missingPart, int attempt) {
        return (long) to << 32 | (long) block << 8 | (long) attempt << 1 | (missingPart ? 1 : 0);
    }

    static int to(long request) {
        return (int) (request >>> 32) & 0xff_ffff;
    }

    static int block(long request) {
        return (int) (request >>> 8) & 0xff_ffff;
    }

    static int attempt(long request) {
        return (int) (request >>> 1) & 0x7f;
    }

    static boolean missingPart(long request) {
        return (request & 1) != 0;
    }

    boolean isEmpty(int node) {
        return size[node] == 0;
    }

    void add(int node, long request) {
        long[] ring = rings[node];
        if (size[node] == ring.length) {
            long[] larger = new long[Math.max(8, ring.length * 2)];
            for (int i = 0; i < size[node]; i++) {
                larger[i] = ring[(first[node] + i) % ring.length];
            }
            rings[node] = larger;
            first[node] = 0;
            ring = larger;
        }
        ring[(first[node] + size[node]) % ring.length] = request;
        size[node]++;
    }

    long remove(int node) {
        long[] ring = rings[node];
        long request = ring[first[node]];
        first[node] = (first[node] + 1) % ring.length;
        size[node]--;
        return request;
    }

    void clear(int node) {
        size[node] = 0;
    }
}
