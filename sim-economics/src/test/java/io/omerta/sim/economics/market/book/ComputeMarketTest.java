package io.omerta.sim.economics.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ComputeMarketTest {
    private static final int HOURS = 24 * 30;

    private static ComputeMarket after(int hours, int homes, CloudResponse response, long seed) {
        ComputeMarket market =
                new ComputeMarket(new ComputeMarketStudy(6, homes, 200, 2, response, 30), new RandomStreams(seed));
        for (int hour = 0; hour < hours; hour++) {
            market.hour();
        }
        return market;
    }

    @Test
    void everyHourWhatIsPaidIsEarnedAndTheSurplusOfAllIsValueLessCost() {
        for (CloudResponse response : CloudResponse.values()) {
            for (int seed = 0; seed < 10; seed++) {
                ComputeMarket market = after(HOURS, 60, response, seed);
                assertEquals(0, market.unbalancedHours(), "seed " + seed);
                assertEquals(market.valueLessCostMicros(), market.surplus().totalMicros(), "seed " + seed);
                assertTrue(market.homeHours() > 0 && market.datacentreHours() > 0, "nothing was traded, seed " + seed);
            }
        }
    }

    @Test
    void anIdleDatacentreIsChargedForCapitalAndIdleHours() {
        // Six data centres of ten machines: whatever is sold, all sixty are paid for.
        ComputeMarket market = after(1, 0, CloudResponse.NONE, 1);
        long idle = 60 - market.datacentreHours();
        long cost = 60 * 300_000 + market.datacentreHours() * 200_000 + idle * 50_000;
        assertEquals(market.datacentreEarnedMicros() - cost, market.surplus().datacentreMicros());
    }

    @Test
    void volunteersRaiseTheSurplusOfAllAndLowerThatOfDatacentres() {
        long withHomes = 0;
        long without = 0;
        for (int seed = 0; seed < 10; seed++) {
            Surplus mixed = after(HOURS, 60, CloudResponse.NONE, seed).surplus();
            Surplus alone = after(HOURS, 0, CloudResponse.NONE, seed).surplus();
            withHomes += mixed.totalMicros();
            without += alone.totalMicros();
            assertTrue(mixed.datacentreMicros() < alone.datacentreMicros(), "seed " + seed);
        }
        assertTrue(withHomes > without, withHomes + " <= " + without);
    }

    @Test
    void workCountsWhenACheckpointFollowsAndIsDoneAgainWhenItWasLost() {
        int interrupted = 0;
        for (int seed = 0; seed < 20; seed++) {
            interrupted += interruptedAfterAnHour(seed) ? 1 : 0;
        }
        assertTrue(interrupted > 0, "every job was over after an hour");
    }

    private static boolean interruptedAfterAnHour(long seed) {
        Demand demand = new Demand(1, 3, new RandomStreams(seed));
        while (!demand.wantsHour(0)) {
            demand.beginHour(12);
        }
        demand.worked(0);
        boolean longer = demand.wantsHour(0);
        int hours = 1;
        if (longer) {
            assertEquals(0, demand.savedHours(), "seed " + seed);
            assertEquals(1, demand.lost(0), "seed " + seed);
            hours = 0;
        }
        while (demand.wantsHour(0)) {
            demand.worked(0);
            hours++;
        }
        assertEquals(hours, demand.savedHours(), "seed " + seed);
        assertEquals(hours * demand.valueMicros(0), demand.savedMicros(), "seed " + seed);
        return longer;
    }
}
