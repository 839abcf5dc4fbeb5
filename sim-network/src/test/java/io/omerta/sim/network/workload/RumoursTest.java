package io.omerta.sim.network.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RumoursTest {
    private static Rumours started(int nodes, int count) {
        Rumours rumours = new Rumours(nodes, count);
        for (int i = 0; i < count; i++) {
            rumours.start(100 * i);
        }
        return rumours;
    }

    @Test
    void rumoursAreNumberedAsTheyStart() {
        Rumours rumours = new Rumours(2, 3);
        assertEquals(0, rumours.start(5));
        assertEquals(1, rumours.start(6));
        assertEquals(2, rumours.started());
    }

    @Test
    void aNodeHearsARumourForTheFirstTimeOnce() {
        Rumours rumours = started(3, 1);
        assertFalse(rumours.has(1, 0));
        assertTrue(rumours.hear(1, 0, 10));
        assertTrue(rumours.has(1, 0));
        assertFalse(rumours.hear(1, 0, 20));
        assertEquals(1, rumours.reached(0));
        assertFalse(rumours.has(0, 0));
        assertFalse(rumours.has(2, 0));
    }

    @Test
    void arrivalsAreTimesSinceTheStartOfTheirRumour() {
        Rumours rumours = started(3, 2);
        rumours.hear(2, 1, 107);
        rumours.hear(0, 1, 130);
        assertEquals(7, rumours.arrivalNanos(1, 1));
        assertEquals(30, rumours.arrivalNanos(1, 2));
    }

    @Test
    void moreNodesThanThereIsRoomForAtFirstAllCount() {
        int nodes = 1000;
        Rumours rumours = started(nodes, 1);
        for (int node = 0; node < nodes; node++) {
            rumours.hear(node, 0, node);
        }
        assertEquals(nodes, rumours.reached(0));
        for (int node = 0; node < nodes; node++) {
            assertEquals(node, rumours.arrivalNanos(0, node + 1));
        }
    }

    @Test
    void aDigestHasABitForEachRumourHeardAlsoBeyondTheFirstWord() {
        Rumours rumours = started(2, 130);
        for (int rumour : new int[] {0, 63, 64, 129}) {
            rumours.hear(1, rumour, 0);
        }
        assertArrayEquals(new long[] {1 | 1L << 63, 1, 2}, rumours.digest(1));
        assertArrayEquals(new long[3], rumours.digest(0));
    }

    @Test
    void aDigestStaysAsItWasTaken() {
        Rumours rumours = started(2, 1);
        long[] digest = rumours.digest(0);
        rumours.hear(0, 0, 1);
        assertArrayEquals(new long[1], digest);
    }

    @Test
    void whoForgetsKnowsNothingAndTheOthersKeepWhatTheyKnow() {
        Rumours rumours = started(3, 70);
        for (int node = 0; node < 3; node++) {
            rumours.hear(node, 2, node);
            rumours.hear(node, 69, node);
        }
        rumours.forget(1);
        assertArrayEquals(new long[2], rumours.digest(1));
        assertTrue(rumours.has(0, 2) && rumours.has(2, 69));
        assertEquals(2, rumours.reached(2));
        assertEquals(0, rumours.reached(3));
    }

    /** Three know it at 30; one forgets; the count is back at three at 90. */
    @Test
    void anArrivalIsTheLastTimeAtWhichSoManyCameToKnow() {
        Rumours rumours = started(3, 1);
        rumours.hear(0, 0, 10);
        rumours.hear(1, 0, 20);
        rumours.hear(2, 0, 30);
        rumours.forget(0);
        assertTrue(rumours.hear(0, 0, 90));
        assertEquals(10, rumours.arrivalNanos(0, 1));
        assertEquals(20, rumours.arrivalNanos(0, 2));
        assertEquals(90, rumours.arrivalNanos(0, 3));
    }

    @Test
    void aRumourIsCompleteWhileEveryoneKnowsIt() {
        Rumours rumours = started(2, 2);
        rumours.hear(0, 0, 1);
        rumours.hear(0, 1, 1);
        assertEquals(0, rumours.complete());
        rumours.hear(1, 0, 2);
        assertEquals(1, rumours.complete());
        rumours.forget(0);
        assertEquals(0, rumours.complete());
        rumours.hear(0, 0, 3);
        assertEquals(1, rumours.complete());
    }
}
