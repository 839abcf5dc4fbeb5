package io.omerta.sim.economics.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class InequalityTest {
    @SeededTest(seeds = 20)
    void theGiniCoefficientIsHalfTheMeanDifferenceOverTheMean(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        double[] values = new double[1 + random.nextInt(40)];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBernoulli(0.2) ? 0 : random.nextExponential();
            sum += values[i];
        }
        values[0]++;
        sum++;
        double differences = 0;
        for (double one : values) {
            for (double other : values) {
                differences += Math.abs(one - other);
            }
        }
        assertEquals(differences / (2 * values.length * sum), Inequality.gini(values), 1e-12);
    }

    @Test
    void equalsHaveNoInequality() {
        double[] equals = {2, 2, 2};
        assertEquals(0, Inequality.gini(equals), 1e-12);
        assertEquals(0, Inequality.theil(equals), 1e-12);
    }

    @Test
    void oneWhoHasEverythingGivesTheLargestValues() {
        double[] one = {0, 0, 0, 5};
        assertEquals(0.75, Inequality.gini(one), 1e-12);
        assertEquals(Math.log(4), Inequality.theil(one), 1e-12);
    }

    @Test
    void theRichestOneInAHundredIsAtLeastOne() {
        assertEquals(0.5, Inequality.topPercentShare(new double[] {1, 2, 3}), 1e-12);
        double[] values = new double[200];
        java.util.Arrays.fill(values, 1);
        values[7] = 50;
        values[90] = 52;
        assertEquals(102.0 / 300, Inequality.topPercentShare(values), 1e-12);
    }

    @Test
    void nothingHasNoInequalityToSpeakOf() {
        assertEquals(Double.NaN, Inequality.gini(new double[] {0, 0}));
        assertEquals(Double.NaN, Inequality.theil(new double[0]));
    }
}
