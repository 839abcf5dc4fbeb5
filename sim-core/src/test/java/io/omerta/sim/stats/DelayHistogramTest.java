package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DelayHistogramTest {
    private static final long HOUR = 3_600_000_000_000L;

    @Test
    void quantilesAreRightToThreeDigits() {
        var delays = new DelayHistogram(HOUR);
        for (long micros = 1; micros <= 100_000; micros++) {
            delays.add(micros * 1000);
        }
        for (double probability : new double[] {0.001, 0.25, 0.5, 0.9, 0.99, 0.999}) {
            double exact = probability * 100_000 * 1000;
            assertEquals(exact, delays.quantileNanos(probability), 1e-3 * exact);
        }
    }

    @Test
    void quantilesOfSmallWholeNumbersAreExactRanks() {
        var delays = new DelayHistogram(HOUR);
        for (long nanos = 1; nanos <= 100; nanos++) {
            delays.add(nanos);
        }
        assertEquals(1, delays.quantileNanos(0));
        assertEquals(7, delays.quantileNanos(0.07));
        assertEquals(8, delays.quantileNanos(0.0701));
        assertEquals(50, delays.quantileNanos(0.5));
        assertEquals(100, delays.quantileNanos(1));
    }

    @Test
    void meanAndRangeAreExact() {
        var delays = new DelayHistogram(HOUR);
        delays.add(123_456_789_012L);
        delays.add(123_456_789_015L);
        assertEquals(123_456_789_013.5, delays.meanNanos());
        assertEquals(123_456_789_012.0, delays.minimumNanos());
        assertEquals(123_456_789_015.0, delays.maximumNanos());
        assertEquals(123_456_789_015.0, delays.quantileNanos(1));
    }

    @Test
    void aSumBeyondSixtyFourBitsKeepsItsMean() {
        var delays = new DelayHistogram(HOUR);
        for (int i = 0; i < 5; i++) {
            delays.add(Long.MAX_VALUE);
        }
        var more = new DelayHistogram(HOUR);
        for (int i = 0; i < 3; i++) {
            more.add(Long.MAX_VALUE);
        }
        delays.merge(more);
        assertEquals((double) Long.MAX_VALUE, delays.meanNanos());
    }

    @Test
    void delaysAboveTheBoundCountButHaveNoPlace() {
        var delays = new DelayHistogram(1000);
        for (long nanos = 1; nanos <= 90; nanos++) {
            delays.add(nanos);
        }
        for (int i = 0; i < 10; i++) {
            delays.add(5000);
        }
        assertEquals(100, delays.count());
        assertEquals(10, delays.countAboveBound());
        assertEquals((90 * 45.5 + 10 * 5000) / 100, delays.meanNanos(), 1e-9);
        assertEquals(90, delays.quantileNanos(0.9));
        assertEquals(Double.POSITIVE_INFINITY, delays.quantileNanos(0.91));
        double[] p = delays.curveMillis(200).p();
        assertEquals(0.9, p[p.length - 1]);
    }

    @Test
    void theBoundItselfIsResolved() {
        var delays = new DelayHistogram(1_234_567);
        delays.add(1_234_567);
        assertEquals(0, delays.countAboveBound());
        assertEquals(1_234_567, delays.quantileNanos(0.5));
    }

    @Test
    void nothingHasNoMeanAndNoQuantile() {
        var delays = new DelayHistogram(HOUR);
        assertEquals(Double.NaN, delays.meanNanos());
        assertEquals(Double.NaN, delays.minimumNanos());
        assertEquals(Double.NaN, delays.quantileNanos(0.5));
        assertEquals(0, delays.curveMillis(10).x().length);
    }

    @SeededTest
    void partsMergeToTheWholeInAnyOrder(RandomStreams streams) {
        RandomStream random = streams.stream("split");
        var whole = new DelayHistogram(HOUR);
        var parts = new DelayHistogram[1 + random.nextInt(8)];
        Arrays.setAll(parts, part -> new DelayHistogram(HOUR));
        for (int i = 0; i < 2000; i++) {
            // From 20 ms upwards over many decades; a few lie above an hour.
            long delayNanos = (long) (2e7 * StrictMath.exp(4 * random.nextGaussian()));
            whole.add(delayNanos);
            parts[random.nextInt(parts.length)].add(delayNanos);
        }
        int[] order = new int[parts.length];
        Arrays.setAll(order, part -> part);
        random.shuffle(order);
        var merged = new DelayHistogram(HOUR);
        for (int part : order) {
            merged.merge(parts[part]);
        }
        assertEquals(whole.count(), merged.count());
        assertEquals(whole.countAboveBound(), merged.countAboveBound());
        assertEquals(whole.meanNanos(), merged.meanNanos());
        assertEquals(whole.minimumNanos(), merged.minimumNanos());
        assertEquals(whole.maximumNanos(), merged.maximumNanos());
        assertArrayEquals(whole.curveMillis(5000).x(), merged.curveMillis(5000).x());
        assertArrayEquals(whole.curveMillis(5000).p(), merged.curveMillis(5000).p());
    }

    @Test
    void aThinnedCurveKeepsItsEndsAndMissesNoLargeStep() {
        var delays = new DelayHistogram(HOUR);
        RandomStream random = new RandomStreams(3).stream("delays");
        for (int i = 0; i < 20_000; i++) {
            delays.add((long) (1e8 * random.nextExponential()));
        }
        CumulativeCurve full = delays.curveMillis(100_000);
        CumulativeCurve thinned = delays.curveMillis(50);
        assertTrue(thinned.x().length > 40 && thinned.x().length <= 50, "kept " + thinned.x().length);
        assertEquals(full.x()[0], thinned.x()[0]);
        assertEquals(1, thinned.p()[thinned.p().length - 1]);
        for (int i = 0; i < thinned.x().length; i++) {
            int point = Arrays.binarySearch(full.x(), thinned.x()[i]);
            assertEquals(full.p()[point], thinned.p()[i]);
            if (i > 0) {
                // Between kept points the full curve rises by less than one of 49 equal steps.
                assertTrue(full.p()[point - 1] - thinned.p()[i - 1] <= 1 / 49.0, "gap before point " + i);
            }
        }
    }

    @Test
    void aCurveOfOnePointIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DelayHistogram(HOUR).curveMillis(1));
    }

    @Test
    void histogramsOfDifferentBoundsDoNotMerge() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new DelayHistogram(1000).merge(new DelayHistogram(2000)));
        assertEquals("histograms merge only under one bound, but these have 1000 ns and 2000 ns", refusal.getMessage());
    }

    @Test
    void aNegativeDelayIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DelayHistogram(HOUR).add(-1));
    }
}
