package io.omerta.sim.economics.market.posted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostedPriceMarketTest {
    private static final int SEEDS = 30;

    private static PostedPriceMarket after(
            int hours, int datacentres, int homes, TaskValues values, int consumers, long seed) {
        PostedPriceMarket market =
                new PostedPriceMarket(datacentres, homes, values.of(consumers), 0.5, 0, new RandomStreams(seed));
        for (int hour = 0; hour < hours; hour++) {
            market.hour();
        }
        return market;
    }

    @Test
    void theFirstJobsOfScarceDatacentresArePaidAtTwiceTheirCostLessOneFallOfTheIdle() {
        // Ten jobs of two hours end in the third hour; those that follow have not ended yet.
        PostedPriceMarket market = after(3, 10, 0, TaskValues.UNIFORM_HIGH, 30, 5);
        assertEquals(20, market.usefulHours(), 1e-9);
        assertEquals(0.97, market.costPerUsefulHour(), 1e-9);
        assertEquals(0.47, market.datacentreProfitPerUsedHour(), 1e-9);
        assertEquals(20 * (2 - 0.5), market.surplus(), 1e-9);
        // The capital of the ten hours that have not been paid for yet is charged.
        assertEquals((20 * 0.47 - 0.30 * 10) / 30, market.datacentreProfitPerHour(), 1e-9);
    }

    @Test
    void surplusIsWhatConsumersAndProvidersHaveOverTogether() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PostedPriceMarket market = after(50, 0, 5, TaskValues.UNIFORM_LOW, 8, seed);
            double used = market.usedHours();
            double consumers = market.usefulHours() - market.costPerUsefulHour() * market.usefulHours();
            double providers = market.homeProfitPerUsedHour() * used;
            assertEquals(consumers + providers, market.surplus(), 1e-6, "seed " + seed);
        }
    }

    @Test
    void homeProvidersHalveTheCostInAScarceMarketAsPublished() {
        assertEquals(1.93, mean(0), 0.03 * 1.93);
        assertEquals(0.96, mean(20), 0.03 * 0.96);
    }

    private static double mean(int homes) {
        return IntStream.range(0, SEEDS)
                .mapToDouble(seed ->
                        after(200, 10, homes, TaskValues.MIXED, 30, seed).costPerUsefulHour())
                .average()
                .orElseThrow();
    }

    @Test
    void scarceDatacentresHoldOutForFourFifthsOfTheLastBidThatTheyCanServe() {
        double floor = PostedPriceMarket.scarcityFloor(10, TaskValues.MIXED.of(30), 0.5);
        assertEquals(0.8 * 2, floor, 0.01);
        assertTrue(floor < 0.8 * 2);
        assertEquals(0, PostedPriceMarket.scarcityFloor(10, TaskValues.MIXED.of(10), 0.5));
    }
}
