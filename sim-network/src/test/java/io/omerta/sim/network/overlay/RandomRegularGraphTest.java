package io.omerta.sim.network.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class RandomRegularGraphTest {
    @Test
    void everyNodeOfEverySmallOverlayHasTheDegree() {
        for (int nodes = 1; nodes <= 12; nodes++) {
            for (int degree = 0; degree < nodes; degree++) {
                for (int seed = 0; nodes * degree % 2 == 0 && seed < 50; seed++) {
                    assertRegular(build(nodes, degree, seed), degree);
                }
            }
        }
    }

    @Test
    void everyNodeOfALargeOverlayHasTheDegree() {
        assertRegular(build(5000, 8, 1), 8);
        assertRegular(build(201, 100, 2), 100);
        assertRegular(build(201, 150, 3), 150);
    }

    @Test
    void degreeThreeAndMoreConnectALargeOverlay() {
        assertEquals(1, build(10_000, 3, 4).components());
    }

    @Test
    void perfectMatchingsOfFourNodesAreEquallyLikely() {
        long[] partners = new long[3];
        for (int seed = 0; seed < 3000; seed++) {
            partners[build(4, 1, seed).neighbour(0, 0) - 1]++;
        }
        // False alarms at level 0.001.
        assertFalse(ChiSquareTest.withDefaults().test(partners).reject(0.001));
    }

    @Test
    void anyTwoNodesAreLinkedEquallyOften() {
        // Repairs are frequent here: 20 nodes of degree 6 have about 9 bad pairs before them.
        int nodes = 20;
        long[] linked = new long[nodes];
        for (int seed = 0; seed < 4000; seed++) {
            Overlay overlay = build(nodes, 6, seed);
            linked[Graphs.neighbours(overlay, 0)[seed % 6]]++;
        }
        // False alarms at level 0.001.
        assertFalse(ChiSquareTest.withDefaults()
                .test(Arrays.copyOfRange(linked, 1, nodes))
                .reject(0.001));
    }

    @Test
    void oddSumOfDegreesIsRefused() {
        assertEquals(
                "a regular overlay needs an even number of nodes x degree, but has 7 nodes of degree 3; change one of"
                        + " them by one",
                messageOf(7, 3));
    }

    @Test
    void degreeBeyondTheOthersIsRefused() {
        assertEquals("a regular overlay of 4 nodes needs a degree from 0 to 3, but the degree is 4", messageOf(4, 4));
    }

    private static void assertRegular(Overlay overlay, int degree) {
        Graphs.assertSimple(overlay);
        for (int node = 0; node < overlay.nodes(); node++) {
            assertEquals(degree, overlay.degree(node));
        }
    }

    private static Overlay build(int nodes, int degree, long seed) {
        return Overlay.build(new OverlaySpec.RandomRegular(degree), nodes, new RandomStreams(seed));
    }

    private static String messageOf(int nodes, int degree) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> build(nodes, degree, 5))
                .getMessage());
    }
}
