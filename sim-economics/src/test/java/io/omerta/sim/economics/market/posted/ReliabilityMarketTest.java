package io.omerta.sim.economics.market.posted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ReliabilityMarketTest {
    private static ReliabilityMarket after(int rounds, int providers, long seed) {
        ReliabilityMarket market =
                new ReliabilityMarket(providers, ReliabilityStudy.Demand.ALL_TIERS.tiers(), new RandomStreams(seed));
        for (int round = 0; round < rounds; round++) {
            market.beginRound();
            for (int hour = 0; hour < 200; hour++) {
                market.hour();
            }
            market.imitate();
        }
        return market;
    }

    @Test
    void whoValuesComputeLeastIsServedOnlyWhenProvidersAreLeftOver() {
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(0, after(2, 16, seed).usefulHours(4), "seed " + seed);
            assertTrue(after(2, 20, seed).usefulHours(4) > 0, "seed " + seed);
        }
    }

    @Test
    void nobodyPaysMuchMoreThanComputeIsWorthToIt() {
        // The rate is at most the value; what is lost between two checkpoints is paid for as well.
        for (int seed = 0; seed < 10; seed++) {
            ReliabilityMarket market = after(2, 24, seed);
            assertTrue(market.ratePerUsefulHour(4) < 0.5 * 1.05, "seed " + seed);
            assertTrue(market.ratePerUsefulHour(2) < 2 * 1.05, "seed " + seed);
        }
    }

    @Test
    void imitationBringsThresholdsTogether() {
        for (int seed = 0; seed < 10; seed++) {
            double early = after(1, 20, seed).thresholdSpread();
            double late = after(25, 20, seed).thresholdSpread();
            assertTrue(late < early / 3, "seed " + seed + ": " + early + " -> " + late);
        }
    }
}
