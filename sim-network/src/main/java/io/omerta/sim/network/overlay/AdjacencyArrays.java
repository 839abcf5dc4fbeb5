package io.omerta.sim.network.overlay;

import java.util.Arrays;

/** Compressed sparse rows: the neighbours of a node lie side by side in one array. */
final class AdjacencyArrays implements Overlay {
    private final int[] offsets;
    private final int[] neighbours;

    private AdjacencyArrays(int[] offsets, int[] neighbours) {
        this.offsets = offsets;
        this.neighbours = neighbours;
    }

    /**
     * The overlay of the links from[i] to to[i], in the order they were made. No self links or double links.
     *
     * @param links number of links; longer arrays are not read further
     */
    static AdjacencyArrays of(int nodes, int links, int[] from, int[] to) {
        int[] offsets = new int[nodes + 1];
        for (int i = 0; i < links; i++) {
            offsets[from[i] + 1]++;
            offsets[to[i] + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            offsets[node + 1] += offsets[node];
        }
        int[] neighbours = new int[2 * links];
        int[] next = Arrays.copyOf(offsets, nodes);
        for (int i = 0; i < links; i++) {
            neighbours[next[from[i]]++] = to[i];
        }
        for (int i = 0; i < links; i++) {
            neighbours[next[to[i]]++] = from[i];
        }
        return new AdjacencyArrays(offsets, neighbours);
    }

    /**
     * The number of links as an array length.
     *
     * @throws IllegalArgumentException if two entries for each link do not fit an array
     */
    static int capacity(long links) {
        if (links > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("an overlay holds at most " + Integer.MAX_VALUE / 2 + " links, but "
                    + links + " were asked for; lower the degree or the number of nodes, or link all to all");
        }
        return (int) links;
    }

    @Override
    public int nodes() {
        return offsets.length - 1;
    }

    @Override
    public long links() {
        return neighbours.length / 2;
    }

    @Override
    public int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    @Override
    public int neighbour(int node, int i) {
        return neighbours[offsets[node] + i];
    }

    @Override
    public int components() {
        boolean[] reached = new boolean[nodes()];
        int[] frontier = new int[nodes()];
        int components = 0;
        for (int root = 0; root < nodes(); root++) {
            if (reached[root]) {
                continue;
            }
            components++;
            int size = 0;
            reached[root] = true;
            frontier[size++] = root;
            while (size > 0) {
                int node = frontier[--size];
                for (int i = offsets[node]; i < offsets[node + 1]; i++) {
                    int neighbour = neighbours[i];
                    if (!reached[neighbour]) {
                        reached[neighbour] = true;
                        frontier[size++] = neighbour;
                    }
                }
            }
        }
        return components;
    }
}
