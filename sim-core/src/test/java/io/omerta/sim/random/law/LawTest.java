package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawTest {
    static List<Law> laws() {
        return List.of(
                new Constant(3),
                new Exponential(20),
                Pareto.ofMean(100, 5),
                new SimBlockPareto(11, true),
                new Lognormal(100, 0.3),
                new Empirical(List.of(1.0, 2.0, 5.0)));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyVariateTakesOneDraw(Law law) {
        RandomStream sampled = new RandomStreams(6).stream("laws");
        RandomStream counted = new RandomStreams(6).stream("laws");
        for (int i = 0; i < 100; i++) {
            law.sample(sampled);
            counted.nextLong();
        }
        assertEquals(counted.nextLong(), sampled.nextLong());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void quantilesOfImpossibleProbabilitiesAreRefused(Law law) {
        assertThrows(IllegalArgumentException.class, () -> law.quantile(1.01));
        assertThrows(IllegalArgumentException.class, () -> law.upperQuantile(-0.01));
        assertThrows(IllegalArgumentException.class, () -> law.quantile(Double.NaN));
    }

    @Test
    void exponentialSamplesFollowTheLaw() {
        Exponential law = new Exponential(20);
        double[] values = Samples.of(law, 100_000, new RandomStreams(7).stream("exponential"));

        Samples.assertFollow(law, values);
        Samples.assertMean(law, values);
        assertEquals(20 * Math.log(2), law.quantile(0.5), 1e-12);
        assertEquals(400, law.variance());
    }

    @Test
    void constantIsAlwaysItsValue() {
        Constant law = new Constant(3);

        assertEquals(3, law.sample(new RandomStreams(8).stream("constant")));
        assertEquals(0, law.cumulative(2.999));
        assertEquals(1, law.cumulative(3));
    }
}
