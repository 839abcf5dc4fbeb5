package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void oneSampleGivesTheExactProbability() {
        // scipy.stats.kstest(sample, "uniform"), SciPy 1.17
        var test = KolmogorovSmirnov.oneSample(
                new double[] {0.1, 0.25, 0.3, 0.47, 0.52, 0.61, 0.78, 0.9}, KolmogorovSmirnovTest::uniform);
        assertEquals(0.14, test.statistic(), 1e-12);
        assertEquals(0.990460927535, test.pValue(), 1e-10);
    }

    @Test
    void twoSamplesGiveTheExactProbability() {
        // scipy.stats.ks_2samp, SciPy 1.17
        var test = KolmogorovSmirnov.twoSample(new double[] {1, 2, 3, 4, 5.5}, new double[] {2.5, 4.5, 6, 7, 8, 9, 10});
        assertEquals(0.714285714286, test.statistic(), 1e-12);
        assertEquals(0.065656565657, test.pValue(), 1e-10);
    }

    @Test
    void pValuesUnderTheLawAreUniform() {
        // 1000 tests of 40 draws, fixed seed: the share below 0.05 has standard error 0.007; 4 of them are allowed.
        RandomStream stream = new RandomStreams(11).stream("draws");
        int rejected = 0;
        for (int test = 0; test < 1000; test++) {
            double[] draws = new double[40];
            for (int i = 0; i < draws.length; i++) {
                draws[i] = stream.nextDouble();
            }
            if (KolmogorovSmirnov.oneSample(draws, KolmogorovSmirnovTest::uniform)
                            .pValue()
                    < 0.05) {
                rejected++;
            }
        }
        assertEquals(50, rejected, 28);
    }

    @Test
    void aWrongLawIsRejected() {
        RandomStream stream = new RandomStreams(12).stream("draws");
        double[] squares = new double[200];
        for (int i = 0; i < squares.length; i++) {
            double draw = stream.nextDouble();
            squares[i] = draw * draw;
        }
        assertTrue(KolmogorovSmirnov.oneSample(squares, KolmogorovSmirnovTest::uniform)
                        .pValue()
                < 1e-6);
    }

    @Test
    void missingObservationsAreLeftOut() {
        double[] gaps = {0.5, Double.NaN, 0.7};
        double[] present = {0.5, 0.7};
        assertEquals(
                KolmogorovSmirnov.oneSample(present, KolmogorovSmirnovTest::uniform),
                KolmogorovSmirnov.oneSample(gaps, KolmogorovSmirnovTest::uniform));
        assertEquals(
                KolmogorovSmirnov.twoSample(present, new double[] {1, 2}),
                KolmogorovSmirnov.twoSample(gaps, new double[] {1, Double.NaN, 2}));
    }

    @Test
    void fewerThanTwoObservationsHaveNoProbability() {
        assertEquals(
                Double.NaN,
                KolmogorovSmirnov.oneSample(new double[] {0.5}, KolmogorovSmirnovTest::uniform)
                        .pValue());
        assertEquals(
                Double.NaN,
                KolmogorovSmirnov.twoSample(new double[] {1, 2}, new double[] {Double.NaN, 3})
                        .pValue());
    }

    private static double uniform(double x) {
        return Math.min(1, Math.max(0, x));
    }
}
