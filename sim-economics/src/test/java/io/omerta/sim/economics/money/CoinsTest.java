package io.omerta.sim.economics.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class CoinsTest {
    private static final Levers LEVERS = Levers.PUBLISHED;

    private static ConservedCoins conserved() {
        return new ConservedCoins(HoardingRule.OUTFLOW, TransferBurn.RISES_WITH_LEVER, AmountBurn.CUMULATIVE);
    }

    @Test
    void inOpenAccountsProvidersArePaidAndNobodyIsDebited() {
        OpenCoins coins = new OpenCoins(100);
        coins.resize(2);
        assertTrue(coins.pay(0, 1, 10, 10, LEVERS, 0));
        assertEquals(0, coins.balance(0));
        assertEquals(5, coins.balance(1), 1e-12);
        assertEquals(5, coins.burnt(), 1e-12);
    }

    @Test
    void theOpenMintFollowsTrustUntilEarningsMakeAHoarder() {
        OpenCoins coins = new OpenCoins(100);
        coins.resize(2);
        coins.mint(new double[] {3, 1}, new int[] {40, 40}, 2, 1, LEVERS);
        assertEquals(75, coins.minted(0), 1e-12);
        coins.mint(new double[] {3, 1}, new int[] {40, 40}, 2, 2, LEVERS);
        assertEquals(150, coins.minted(0), 1e-12);
        coins.mint(new double[] {3, 1}, new int[] {40, 40}, 2, 3, LEVERS);
        assertEquals(150, coins.minted(0), 1e-12, "it never buys, so that its runway has no end");
        assertEquals(150, coins.minted(1), 1e-12);
    }

    @Test
    void conservedCoinsLeaveTheBuyer() {
        ConservedCoins coins = conserved();
        coins.resize(2);
        coins.open(2);
        coins.mint(new double[] {1, 0}, new int[2], 2, 1, LEVERS);
        assertTrue(coins.pay(0, 1, 10, 10, LEVERS, 1));
        assertEquals(9990, coins.balance(0), 1e-9);
        assertEquals(5, coins.balance(1), 1e-9);
        assertEquals(5, coins.burnt(), 1e-9);
    }

    @Test
    void whoHasNoCoinsBuysSomeAsLongAsTheExchangeHasAny() {
        ConservedCoins coins = conserved();
        coins.resize(2);
        coins.open(2);
        assertTrue(coins.pay(0, 1, 10, 10, LEVERS, 0));
        assertEquals(0, coins.balance(0), 1e-9);
        assertEquals(-10, coins.wealth(0), 1e-9);
        assertFalse(coins.pay(0, 1, 191, 10, LEVERS, 0));
        assertEquals(-10, coins.wealth(0), 1e-9);
        assertNull(coins.imbalance());
    }

    @Test
    void theExchangeStocksUpFromAllButThoseWhoKeepTheirCoins() {
        ConservedCoins coins = conserved();
        coins.resize(3);
        coins.open(3);
        coins.keep(0);
        coins.pay(2, 1, 10, 10, LEVERS, 0);
        coins.mint(new double[] {1e9, 1e9, 0}, new int[3], 3, 1, LEVERS);
        assertEquals(5000, coins.balance(0), 1e-6);
        assertEquals(5005 - 10, coins.balance(1), 0.1);
    }

    @Test
    void theMintShrinksFromYearToYear() {
        assertEquals(10_000, MintSchedule.coins(364));
        assertEquals(8_000, MintSchedule.coins(365));
        assertEquals(2_000, MintSchedule.coins(5 * 365 - 1));
        assertEquals(1_000, MintSchedule.coins(5 * 365));
        assertEquals(1_000, MintSchedule.coins(40 * 365));
    }

    @SeededTest(seeds = 8)
    void allThatIsMintedAndNotBurntIsHeldBySomebody(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        ConservedCoins coins = conserved();
        coins.resize(10);
        coins.open(10);
        double[] trust = new double[10];
        int[] ages = new int[10];
        for (int day = 1; day <= 200; day++) {
            for (int trade = 0; trade < 30; trade++) {
                coins.pay(random.nextInt(10), random.nextInt(10), 500 * random.nextDouble(), 20, LEVERS, day);
            }
            for (int i = 0; i < 10; i++) {
                trust[i] = 100 * random.nextDouble();
                ages[i] = day;
            }
            coins.mint(trust, ages, 10, day, LEVERS);
            assertNull(coins.imbalance());
        }
        assertEquals(200 * 10_000 + 1_000, coins.minted(), 1e-6);
        assertTrue(coins.burnt() > 0);
    }
}
