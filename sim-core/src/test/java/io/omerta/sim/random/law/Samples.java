package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omerta.sim.random.RandomStream;
import java.util.Arrays;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/** Samples of fixed seeds, held against what the laws say of themselves. */
final class Samples {
    private Samples() {}

    static double[] of(Sampler sampler, int size, RandomStream stream) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = sampler.sample(stream);
        }
        return values;
    }

    /** One-sample Kolmogorov-Smirnov test at level 0.001. */
    static void assertFollow(Law law, double[] values) {
        assertFalse(
                KolmogorovSmirnovTest.withDefaults()
                        .test(values, law::cumulative)
                        .reject(0.001),
                () -> "the sample does not follow " + law);
    }

    /** The sample mean lies within 4 standard errors: a false alarm for one seed in 16,000. */
    static void assertMean(Law law, double[] values) {
        double standardError = Math.sqrt(law.variance() / values.length);
        assertEquals(law.mean(), Arrays.stream(values).average().orElseThrow(), 4 * standardError);
    }

    static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
