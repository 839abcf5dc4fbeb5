package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.record.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointwiseBandTest {
    private static final double[] SECONDS = {0, 1, 2};

    @Test
    void eachAbscissaHasItsOwnStudentInterval() {
        PointwiseBand band = PointwiseBand.of(
                SECONDS, List.of(new double[] {0, 0.2, 1}, new double[] {0, 0.4, 1}, new double[] {0, 0.9, 1}), 0.95);
        Estimate middle = MeanInterval.studentT(new double[] {0.2, 0.4, 0.9}, 0.95);
        assertArrayEquals(new double[] {0, middle.value(), 1}, band.mean());
        assertArrayEquals(new double[] {0, middle.low(), 1}, band.low());
        assertArrayEquals(new double[] {0, middle.high(), 1}, band.high());
    }

    @Test
    void aBandOfProbabilitiesIsCutAtZeroAndOne() {
        PointwiseBand band = PointwiseBand.of(
                        SECONDS, List.of(new double[] {0, 0.1, 1}, new double[] {0, 0.9, 1}), 0.95)
                .within(0, 1);
        assertArrayEquals(new double[] {0, 0, 1}, band.low());
        assertArrayEquals(new double[] {0, 1, 1}, band.high());
    }

    @Test
    void aGapInOneCurveLeavesTheOthers() {
        PointwiseBand band = PointwiseBand.of(
                SECONDS, List.of(new double[] {1, Double.NaN, Double.NaN}, new double[] {3, 5, Double.NaN}), 0.95);
        assertArrayEquals(new double[] {2, 5, Double.NaN}, band.mean());
        assertEquals(Double.NaN, band.low()[1]);
        assertEquals(Double.NaN, band.within(0, 9).high()[1]);
    }

    @Test
    void aCurveOfAnotherLengthIsRefusedByReplication() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> PointwiseBand.of(SECONDS, List.of(new double[3], new double[2]), 0.95));
        assertEquals("the curve of replication 1 has 2 ordinates, but there are 3 abscissae", refusal.getMessage());
    }
}
