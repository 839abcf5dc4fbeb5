package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class LocalTrustTest {
    @Test
    void theWorkedExampleSumsOverBothAcquaintances() {
        LocalTrust trust = new LocalTrust(4);
        trust.observed(0, 1, 0.8);
        trust.observed(1, 3, 0.7);
        trust.observed(0, 2, 0.6);
        trust.observed(2, 3, 0.9);
        assertEquals(0.280 + 0.270, trust.sumOfProducts(0, 3), 1e-12);
    }

    @Test
    void whatWasSeenDirectlyIsAllThatCountsAlongPaths() {
        LocalTrust trust = new LocalTrust(3);
        trust.observed(0, 2, 0.1);
        trust.observed(0, 1, 9);
        trust.observed(1, 2, 9);
        assertEquals(0.1, trust.bestPath(0, 2, 100), 1e-12);
        assertEquals(0.05, trust.bestPath(2, 0, 100), 1e-12);
    }

    @Test
    void aStrangerIsTrustedAPartOfWhatEverybodyThinks() {
        assertEquals(30, new LocalTrust(2).bestPath(0, 1, 100), 1e-12);
    }

    @Test
    void fiveHopsAreTooMany() {
        LocalTrust trust = new LocalTrust(6);
        for (int i = 0; i < 5; i++) {
            trust.observed(i, i + 1, 1);
        }
        assertEquals(1 / 16.0, trust.bestPath(0, 4, 100), 1e-12);
        assertEquals(30, trust.bestPath(0, 5, 100), 1e-12);
    }

    @SeededTest(seeds = 10)
    void theBestPathIsTheBestOfAllPaths(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        double[][] weights = new double[6][6];
        LocalTrust trust = new LocalTrust(6);
        for (int edge = 0; edge < 9; edge++) {
            int from = random.nextInt(6);
            int to = random.nextInt(6);
            if (from != to && !(from == 0 && to == 5 || from == 5 && to == 0)) {
                double weight = random.nextDouble();
                weights[from][to] += weight;
                trust.observed(from, to, weight);
            }
        }
        double best = bestFrom(weights, 0, Double.POSITIVE_INFINITY, 0);
        assertEquals(best > 0 ? best : 30, trust.bestPath(0, 5, 100), 1e-12);
    }

    private static double bestFrom(double[][] weights, int at, double width, int hops) {
        double best = at == 5 ? width * Math.pow(0.5, hops) : 0;
        for (int next = 0; next < 6 && hops < 4; next++) {
            double edge = Math.max(weights[at][next], 0.5 * weights[next][at]);
            if (edge > 0) {
                best = Math.max(best, bestFrom(weights, next, Math.min(width, edge), hops + 1));
            }
        }
        return best;
    }
}
