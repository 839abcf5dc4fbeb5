package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    /** Up to one millionth by rounding down, and a tenth for what gets lost in 30 binary places. */
    private static final double ERROR_MAX = 1.1;

    @Test
    void decayIsTrueToAMillionth() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long constant = 1 + (random.nextLong() >>> 32 >>> random.nextInt(32));
            long elapsed = (long) (constant * 25.0 * random.nextDouble());
            double truth = 1e6 * StrictMath.exp(-(double) elapsed / constant);
            assertEquals(truth, FixedPoint.decayMicros(elapsed, constant), ERROR_MAX, elapsed + " / " + constant);
        }
    }

    @Test
    void decayBeginsAtOneAndNeverRises() {
        assertEquals(1_000_000, FixedPoint.decayMicros(0, 90));
        assertEquals(1_000_000, FixedPoint.decayMicros(-5, 90));
        assertEquals(367_879, FixedPoint.decayMicros(90, 90));
        assertEquals(0, FixedPoint.decayMicros(Long.MAX_VALUE, 90));
        for (long constant : new long[] {1, 7, 90, 365, 86_400}) {
            long last = 1_000_000;
            for (long elapsed = 0; elapsed < 20 * constant; elapsed++) {
                long decay = FixedPoint.decayMicros(elapsed, constant);
                assertTrue(decay <= last, elapsed + " / " + constant);
                last = decay;
            }
        }
    }

    @Test
    void logarithmIsTrueToAMillionth() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            long part = random.nextLong() >>> (3 + random.nextInt(61));
            long whole = 1 + (random.nextLong() >>> (3 + random.nextInt(61)));
            double truth = 1e6 * StrictMath.log1p((double) part / whole);
            assertEquals(truth, FixedPoint.logOnePlusMicros(part, whole), ERROR_MAX, part + " / " + whole);
        }
    }

    @Test
    void logarithmNeverFallsAsItsArgumentRises() {
        long last = 0;
        for (long part = 0; part < 200_000; part++) {
            long log = FixedPoint.logOnePlusMicros(part, 1000);
            assertTrue(log >= last, "at " + part);
            last = log;
        }
    }

    @Test
    void timeConstantOutsideItsRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FixedPoint.decayMicros(1, 0));
        assertThrows(IllegalArgumentException.class, () -> FixedPoint.decayMicros(1, (1L << 32) + 1));
    }
}
