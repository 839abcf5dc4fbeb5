package io.omerta.sim.economics.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void paymentsFollowTheDocumentedTable() {
        assertEquals(0, Rates.paymentShare(0, 1));
        assertEquals(0.5, Rates.paymentShare(1, 1), 1e-12);
        assertEquals(0.9091, Rates.paymentShare(10, 1), 5e-5);
        assertEquals(0.9901, Rates.paymentShare(10, 10), 5e-5);
    }

    @Test
    void transfersFollowTheDocumentedTable() {
        assertEquals(0.67, Rates.transferBurn(50, 900, 0.01), 5e-3);
        assertEquals(0.50, Rates.transferBurn(900, 100, 0.01), 5e-3);
        assertEquals(0.09, Rates.transferBurn(1000, 1000, 0.01), 5e-3);
    }

    @Test
    void largeAmountsBurnAsTheFormulaSays() {
        assertEquals(0.060, Rates.amountBurn(1, 1, 0.2, 10), 5e-4);
        assertEquals(0.600, Rates.amountBurn(5000, 5, 0.2, 10), 5e-4);
    }

    @SeededTest(seeds = 10)
    void eachRuleOfTransfersMovesAsItsSignSays(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        double trust = 1 + 100 * random.nextDouble();
        double k = 0.001 + 0.05 * random.nextDouble();
        for (TransferBurn rule : TransferBurn.values()) {
            double change = rule.part(trust, 1.1 * k) - rule.part(trust, k);
            assertTrue(change * rule.sign() > 0, rule + " at trust " + trust + ", k " + k);
        }
    }

    @Test
    void bothRulesOfTransfersAgreeWhereTheLeverStarts() {
        assertEquals(TransferBurn.FALLS_WITH_LEVER.part(37, 0.01), TransferBurn.RISES_WITH_LEVER.part(37, 0.01), 1e-12);
    }
}
