package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    private final List<Double> shares = List.of(0.5, 0.3, 0.0, 0.2, 0.0);
    private final Categorical law = new Categorical(shares, "shares");

    @Test
    void quotasAreExactWhereTheSharesDivideTheCount() {
        int[] categories = law.byQuota(1000, new RandomStreams(11).stream("quota"));

        assertArrayEquals(new long[] {500, 300, 0, 200, 0}, counts(categories));
    }

    @Test
    void quotasDifferFromTheirShareByLessThanOneMember() {
        Categorical thirds = new Categorical(List.of(1 / 3.0, 1 / 3.0, 1 / 3.0), "shares");
        for (int count = 1; count < 50; count++) {
            int[] categories = thirds.byQuota(count, new RandomStreams(12).stream("quota"));
            for (int category = 0; category < 3; category++) {
                int wanted = category;
                long members =
                        Arrays.stream(categories).filter(c -> c == wanted).count();
                assertTrue(Math.abs(members - count / 3.0) < 1);
            }
        }
    }

    @Test
    void quotasAreShuffled() {
        int[] categories = law.byQuota(1000, new RandomStreams(13).stream("quota"));

        // The first hundred are hypergeometric: mean 50, deviation 4.7; 4 deviations.
        long first = Arrays.stream(categories).limit(100).filter(c -> c == 0).count();
        assertEquals(50, first, 19);
    }

    @Test
    void independentMembersFollowTheShares() {
        long[] counts = counts(law.independent(100_000, new RandomStreams(14).stream("independent")));

        assertEquals(0, counts[2]);
        assertEquals(0, counts[4]);
        // False alarms at level 0.001.
        assertFalse(ChiSquareTest.withDefaults()
                .test(new double[] {0.5, 0.3, 0.2}, new long[] {counts[0], counts[1], counts[3]})
                .reject(0.001));
    }

    @Test
    void laterMembersDoNotChangeEarlierOnes() {
        int[] few = law.independent(100, new RandomStreams(15).stream("independent"));
        int[] many = law.independent(1000, new RandomStreams(15).stream("independent"));

        assertArrayEquals(few, Arrays.copyOf(many, 100));
    }

    @Test
    void sharesThatDoNotSumToOneAreRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Categorical(List.of(0.5, 0.25), "region shares of preset 'x'"))
                .getMessage();
        assertEquals("region shares of preset 'x' must sum to 1, but sum to 0.75", message);
    }

    @Test
    void negativeSharesAreRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Categorical(List.of(1.5, -0.5), "shares"))
                .getMessage();
        assertEquals("shares must not be negative, but number 1 is -0.5", message);
    }

    private long[] counts(int[] categories) {
        long[] counts = new long[shares.size()];
        for (int category : categories) {
            counts[category]++;
        }
        return counts;
    }
}
