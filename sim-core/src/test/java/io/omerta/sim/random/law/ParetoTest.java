package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ParetoTest {
    private final Pareto law = Pareto.ofMean(100, 5);

    @Test
    void lawOfMeanHundredAndShapeFiveInvertsThePublishedDraws() {
        // The first outputs of MT19937 seeded with 42, and what the published model makes of them.
        assertEquals(87.484642, law.upperQuantile(0.6394267984578837), 1e-6);
        assertEquals(167.287937, law.upperQuantile(0.025010755222666936), 1e-6);
        assertEquals(103.565281, law.upperQuantile(0.27502931836911926), 1e-6);
    }

    @Test
    void shapeFiveSpreadsByAQuarterOfTheMean() {
        assertEquals(100, law.mean(), 1e-12);
        assertEquals(25.8, Math.sqrt(law.variance()), 0.05);
        assertEquals(91.9, law.quantile(0.50), 0.05);
        assertEquals(201, law.quantile(0.99), 0.5);
    }

    @Test
    void samplesFollowTheLaw() {
        double[] values = Samples.of(law, 200_000, new RandomStreams(1).stream("pareto"));

        Samples.assertFollow(law, values);
        Samples.assertMean(law, values);
        // The kurtosis of 74 makes the standard error of the deviation 1 % of it: 4 standard errors.
        assertEquals(Math.sqrt(law.variance()), Samples.deviation(values), 0.04 * Math.sqrt(law.variance()));
    }

    @Test
    void quantilesInvertTheDistributionFunction() {
        for (double p : new double[] {1e-9, 0.01, 0.5, 0.99, 0.999999}) {
            assertEquals(p, law.cumulative(law.quantile(p)), 1e-14);
            assertEquals(law.quantile(p), law.upperQuantile(1 - p), 1e-9 * law.quantile(p));
        }
        assertEquals(0, law.cumulative(79.999));
    }

    @Test
    void momentsAreInfiniteWhereTheIntegralsDiverge() {
        assertEquals(Double.POSITIVE_INFINITY, new Pareto(1, 1).mean());
        assertEquals(Double.POSITIVE_INFINITY, new Pareto(1, 2).variance());
        assertTrue(Double.isFinite(new Pareto(1, 2.01).variance()));
    }

    @Test
    void aMeanNeedsAShapeAboveOne() {
        String message = assertThrows(IllegalArgumentException.class, () -> Pareto.ofMean(100, 1))
                .getMessage();
        assertEquals("Pareto shape must be finite and above 1 for the law to have a mean, but is 1.0", message);
    }
}
