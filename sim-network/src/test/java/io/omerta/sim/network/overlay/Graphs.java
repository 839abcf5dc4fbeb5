package io.omerta.sim.network.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.TreeSet;

/** What holds for every overlay. */
final class Graphs {
    private Graphs() {}

    /** Neighbours are mutual, distinct and others; degrees sum to twice the links. */
    static void assertSimple(Overlay overlay) {
        TreeSet<Long> directed = new TreeSet<>();
        long degrees = 0;
        for (int node = 0; node < overlay.nodes(); node++) {
            degrees += overlay.degree(node);
            for (int neighbour : neighbours(overlay, node)) {
                assertNotEquals(node, neighbour);
                assertTrue(directed.add((long) node * overlay.nodes() + neighbour), "double link");
            }
        }
        for (long link : directed) {
            long reverse = link % overlay.nodes() * overlay.nodes() + link / overlay.nodes();
            assertTrue(directed.contains(reverse), "one-way link");
        }
        assertEquals(2 * overlay.links(), degrees);
    }

    static int[] neighbours(Overlay overlay, int node) {
        int[] neighbours = new int[overlay.degree(node)];
        Arrays.setAll(neighbours, i -> overlay.neighbour(node, i));
        return neighbours;
    }

    static int[][] all(Overlay overlay) {
        int[][] all = new int[overlay.nodes()][];
        Arrays.setAll(all, node -> neighbours(overlay, node));
        return all;
    }
}
