package io.omerta.sim.economics.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @SeededTest(seeds = 10)
    void whateverHappensTheAccountsBalance(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        Ledger ledger = new Ledger();
        ledger.resize(20);
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(20);
            if (random.nextBernoulli(0.2)) {
                ledger.mint(from, random.nextInt(1_000_000));
            } else {
                long amount = (long) (ledger.balance(from) * random.nextDouble());
                ledger.move(from, random.nextInt(20), amount, (long) (amount * random.nextDouble()));
            }
            assertNull(ledger.imbalance());
        }
        long sum = 0;
        for (int account = 0; account < 20; account++) {
            sum += ledger.balance(account);
        }
        assertEquals(ledger.minted() - ledger.burnt(), sum);
    }

    @Test
    void nobodyPaysMoreThanHeHas() {
        Ledger ledger = new Ledger();
        ledger.resize(3);
        ledger.mint(1, 10);
        assertThrows(IllegalStateException.class, () -> ledger.move(1, 2, 11, 0));
        assertThrows(IllegalStateException.class, () -> ledger.move(1, 2, 5, 6));
        assertThrows(IllegalStateException.class, () -> ledger.move(1, 2, -1, 0));
    }

    @Test
    void aBalanceThatDoesNotFollowFromItsEntriesIsNamed() {
        assertEquals(
                "identity 0 holds 8 micro-credits instead of 7",
                Ledger.imbalance(new long[] {3, 8}, new long[] {3, 9}, new long[] {0, 2}, 10, 0));
    }

    @Test
    void coinsThatNobodyMintedAreNoticed() {
        assertEquals(
                "all accounts hold 10 micro-credits, but 11 were minted and 2 burnt",
                Ledger.imbalance(new long[] {3, 7}, new long[] {3, 9}, new long[] {0, 2}, 11, 2));
    }
}
