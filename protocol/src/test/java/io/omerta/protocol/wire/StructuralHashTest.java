package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** The quality of the two halves. */
class StructuralHashTest {
    /**
     * Over 64,000 hashes each bit of either half, and of both combined, is set in about 32,000: beyond 6 standard deviations
     * with chance below 1e-6 for all 192 bits together.
     */
    @Test
    void theHalvesAreUniformAndIndependent() {
        int count = 64_000;
        int[][] set = new int[3][64];
        for (int i = 0; i < count; i++) {
            StructuralHash hash = new StructuralHash().add(i);
            long[] halves = {hash.high(), hash.low(), hash.high() ^ hash.low()};
            for (int half = 0; half < halves.length; half++) {
                for (int bit = 0; bit < 64; bit++) {
                    set[half][bit] += (int) (halves[half] >>> bit & 1);
                }
            }
        }
        for (int[] bits : set) {
            for (int times : bits) {
                assertEquals(count / 2.0, times, 6 * StrictMath.sqrt(count / 4.0));
            }
        }
    }

    @Test
    void theNumberOfWordsCounts() {
        StructuralHash one = new StructuralHash().add(0);
        StructuralHash two = new StructuralHash().add(0).add(0);
        assertNotEquals(one.high(), two.high());
        assertNotEquals(one.low(), two.low());
    }

    @Test
    void clearingForgets() {
        StructuralHash hash = new StructuralHash().add(5).clear().add(7);
        assertEquals(new StructuralHash().add(7).high(), hash.high());
        assertEquals(new StructuralHash().add(7).low(), hash.low());
    }
}
