package io.omerta.sim.network.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SmallWorldGraphTest {
    @Test
    void withoutRewiringItIsTheRing() {
        Overlay overlay = build(10, 4, 0, 1);

        assertArrayEquals(new int[] {6, 7, 3, 4}, Graphs.neighbours(overlay, 5));
        assertArrayEquals(new int[] {1, 2, 8, 9}, Graphs.neighbours(overlay, 0));
        assertArrayEquals(new int[] {0, 1, 7, 8}, Graphs.neighbours(overlay, 9));
        Graphs.assertSimple(overlay);
    }

    @Test
    void rewiringMovesItsShareOfTheLinksOffTheRing() {
        int nodes = 10_000;
        Overlay overlay = build(nodes, 6, 0.1, 2);
        int moved = 0;
        for (int node = 0; node < nodes; node++) {
            for (int neighbour : Graphs.neighbours(overlay, node)) {
                int distance = Math.abs(node - neighbour);
                if (Math.min(distance, nodes - distance) > 3) {
                    moved++;
                }
            }
        }
        // Binomial over 30,000 links: mean 3,000, deviation 52; 4 deviations, one false alarm in 16,000 seeds.
        assertEquals(3000, moved / 2, 208);
        assertEquals(30_000, overlay.links());
    }

    @Test
    void certainRewiringKeepsNoLinkOfALargeRing() {
        int nodes = 10_000;
        Overlay overlay = build(nodes, 2, 1, 3);
        Graphs.assertSimple(overlay);
        int kept = 0;
        for (int node = 0; node < nodes; node++) {
            if (overlay.neighbour(node, 0) == (node + 1) % nodes) {
                kept++;
            }
        }
        assertEquals(0, kept);
    }

    @Test
    void completeRingHasNowhereToRewire() {
        Overlay overlay = build(7, 6, 1, 4);

        Graphs.assertSimple(overlay);
        assertEquals(21, overlay.links());
    }

    @Test
    void nearlyCompleteRingIsRewiredWithoutDoubleLinks() {
        for (int seed = 0; seed < 200; seed++) {
            Overlay overlay = build(8, 6, 0.5, seed);
            Graphs.assertSimple(overlay);
            assertEquals(24, overlay.links());
        }
    }

    @Test
    void oddNumberOfNeighboursIsRefused() {
        assertEquals(
                "a small world of 10 nodes needs an even number of neighbours from 2 to 9, but has 3",
                messageOf(10, 3, 0.1));
    }

    @Test
    void rewiringBeyondOneIsRefused() {
        assertEquals("the rewiring probability must lie in [0, 1], but is 1.1", messageOf(10, 4, 1.1));
    }

    private static Overlay build(int nodes, int neighbours, double rewiring, long seed) {
        return Overlay.build(new OverlaySpec.SmallWorld(neighbours, rewiring), nodes, new RandomStreams(seed));
    }

    private static String messageOf(int nodes, int neighbours, double rewiring) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> build(nodes, neighbours, rewiring, 5))
                .getMessage());
    }
}
