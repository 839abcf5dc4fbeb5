package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmpiricalTest {
    private final Empirical law = new Empirical(List.of(1.0, 2.0, 2.0, 6.0));

    @Test
    void quantilesAreJoinedByStraightLines() {
        assertEquals(1, law.quantile(0));
        assertEquals(1.5, law.quantile(1 / 6.0), 1e-12);
        assertEquals(2, law.quantile(0.5));
        assertEquals(4, law.upperQuantile(1 / 6.0), 1e-12);
        assertEquals(6, law.quantile(1));
    }

    @Test
    void distributionFunctionJumpsAtEqualQuantiles() {
        assertEquals(0, law.cumulative(0.99));
        assertEquals(1 / 6.0, law.cumulative(1.5), 1e-12);
        assertEquals(1 / 3.0, law.cumulative(Math.nextDown(2.0)), 1e-12);
        assertEquals(2 / 3.0, law.cumulative(2), 1e-12);
        assertEquals(5 / 6.0, law.cumulative(4), 1e-12);
        assertEquals(1, law.cumulative(6));
    }

    @Test
    void momentsAreThoseOfThePieces() {
        // Thirds: uniform on [1, 2], the point 2, uniform on [2, 6].
        assertEquals((1.5 + 2 + 4) / 3, law.mean(), 1e-12);
        double secondMoment = (7.0 / 3 + 4 + 52.0 / 3) / 3;
        assertEquals(secondMoment - law.mean() * law.mean(), law.variance(), 1e-12);
    }

    @Test
    void samplesFollowTheLaw() {
        Empirical continuous = new Empirical(List.of(0.5, 0.8, 1.1, 3.0));
        double[] values = Samples.of(continuous, 100_000, new RandomStreams(5).stream("empirical"));

        Samples.assertFollow(continuous, values);
        Samples.assertMean(continuous, values);
    }

    @Test
    void scalingSetsTheMeanAndKeepsTheShape() {
        Empirical scaled = law.scaledToMean(10);

        assertEquals(10, scaled.mean(), 1e-12);
        assertEquals(6, scaled.quantile(1) / scaled.quantile(0), 1e-12);
    }

    @Test
    void fallingQuantilesAreRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Empirical(List.of(1.0, 3.0, 2.0)))
                .getMessage();
        assertEquals("empirical quantiles must ascend, but number 2 is 2.0 after 3.0", message);
    }
}
