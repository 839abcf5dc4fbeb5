package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStreams;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Test;

class LognormalTest {
    private final Lognormal law = new Lognormal(100, 0.3);

    @Test
    void samplesFollowTheLaw() {
        double[] values = Samples.of(law, 200_000, new RandomStreams(2).stream("lognormal"));

        Samples.assertFollow(law, values);
        Samples.assertMean(law, values);
        // Kurtosis 4.6: the standard error of the deviation is 0.0021 of it; 4.5 standard errors.
        assertEquals(30, Samples.deviation(values), 0.0096 * 30);
    }

    @Test
    void quantilesAgreeWithTheReferenceDistribution() {
        double logVariance = Math.log1p(0.09);
        LogNormalDistribution reference =
                LogNormalDistribution.of(Math.log(100) - logVariance / 2, Math.sqrt(logVariance));
        for (double p : new double[] {1e-12, 1e-4, 0.074, 0.076, 0.3, 0.5, 0.92, 0.93, 0.9999}) {
            double expected = reference.inverseCumulativeProbability(p);
            assertEquals(expected, law.quantile(p), 1e-13 * expected);
            double expectedUpper = reference.inverseSurvivalProbability(p);
            assertEquals(expectedUpper, law.upperQuantile(p), 1e-13 * expectedUpper);
            assertEquals(p, law.cumulative(expected), 1e-12 * p);
        }
    }

    @Test
    void endsOfTheLawAreZeroAndInfinity() {
        assertEquals(0, law.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, law.quantile(1));
        assertEquals(0, law.cumulative(0));
    }

    @Test
    void spreadMustBePositive() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Lognormal(100, 0))
                .getMessage();
        assertEquals("lognormal coefficient of variation must be positive and finite, but is 0.0", message);
    }
}
