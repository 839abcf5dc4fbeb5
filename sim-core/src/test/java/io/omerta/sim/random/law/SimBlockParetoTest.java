package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimBlockParetoTest {
    @Test
    void largeMeansSpreadByFiveMilliseconds() {
        // Uncut: variance 25 a / (a - 2) with a = 0.2 mean.
        for (double mean : new double[] {124, 198, 325}) {
            double shape = 0.2 * mean;
            SimBlockPareto law = new SimBlockPareto(mean, false);
            assertEquals(mean, law.mean(), 1e-4);
            assertEquals(Math.sqrt(25 * shape / (shape - 2)), Math.sqrt(law.variance()), 0.001);
            assertEquals(5, Math.sqrt(law.variance()), 0.25);
        }
    }

    @Test
    void cutCostsTheMeanOfAShortPathThreeMicroseconds() {
        assertEquals(11 - 0.0027, new SimBlockPareto(11, false).mean(), 0.0001);
    }

    @Test
    void momentsAreThoseOfTheCutLawEvenWhereTheUncutVarianceIsInfinite() {
        for (double mean : new double[] {8, 10, 12}) { // shapes 1.6, 2 and 2.4
            SimBlockPareto law = new SimBlockPareto(mean, false);
            // The midpoint rule over the logarithm of the tail probability.
            int cells = 100_000;
            double first = SimBlockPareto.TAIL * law.upperQuantile(0);
            double second = SimBlockPareto.TAIL * law.upperQuantile(0) * law.upperQuantile(0);
            double width = -Math.log(SimBlockPareto.TAIL) / cells;
            for (int i = 0; i < cells; i++) {
                double u = Math.exp(-(i + 0.5) * width);
                first += law.upperQuantile(u) * u * width;
                second += law.upperQuantile(u) * law.upperQuantile(u) * u * width;
            }
            assertEquals(first, law.mean(), 1e-6 * first);
            assertEquals(second - first * first, law.variance(), 1e-6 * second);
        }
    }

    @Test
    void samplesFollowTheLaw() {
        SimBlockPareto law = new SimBlockPareto(124, false);
        double[] values = Samples.of(law, 200_000, new RandomStreams(3).stream("simblock"));

        Samples.assertFollow(law, values);
        Samples.assertMean(law, values);
    }

    @Test
    void drawsBeyondTheCutTakeItsValue() {
        SimBlockPareto law = new SimBlockPareto(11, false);
        double cut = 6 * Math.pow(1e-6, -1 / 2.2);

        assertEquals(cut, law.upperQuantile(1e-12), 1e-9 * cut);
        assertEquals(cut, law.quantile(1), 1e-9 * cut);
        assertEquals(1, law.cumulative(cut * (1 + 1e-12)));
        assertTrue(law.cumulative(cut * 0.999) < 1);
    }

    @Test
    void wholeMillisecondsRoundTheSmoothLaw() {
        SimBlockPareto smooth = new SimBlockPareto(32, false);
        SimBlockPareto whole = new SimBlockPareto(32, true);
        double[] smoothValues = Samples.of(smooth, 1000, new RandomStreams(4).stream("simblock"));
        double[] wholeValues = Samples.of(whole, 1000, new RandomStreams(4).stream("simblock"));

        assertEquals(
                Arrays.stream(smoothValues).mapToLong(Math::round).boxed().toList(),
                Arrays.stream(wholeValues).mapToLong(v -> (long) v).boxed().toList());
        assertEquals(smooth.cumulative(30.5), whole.cumulative(30.9));
        assertEquals(smooth.cumulative(29.5), whole.cumulative(29.9));
    }

    @Test
    void meanOfFiveMillisecondsIsRefusedWithTheRemedy() {
        String message = assertThrows(IllegalArgumentException.class, () -> new SimBlockPareto(5, true))
                .getMessage();
        assertEquals(
                "SimBlock's Pareto law needs a mean above 5 ms, but the mean is 5.0 ms; raise the mean or choose the law"
                        + " pareto, lognormal, constant or empirical",
                message);
    }
}
