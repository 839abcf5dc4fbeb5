package io.omerta.sim.economics.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import org.junit.jupiter.api.Test;

class AmountBurnTest {
    private static final double MEDIAN = 100;

    @SeededTest(seeds = 30)
    void splittingATransferAtRandomDoesNotHelpWhereTheSumCounts(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        double whole = 50_000 * random.nextDouble();
        double trustPart = random.nextDouble();
        assertEquals(
                AmountBurn.CUMULATIVE.burnt(0, whole, MEDIAN, trustPart),
                burntInParts(AmountBurn.CUMULATIVE, whole, trustPart, random),
                1e-6 * whole);
    }

    /** The control: as published, five hundred transfers of the median escape. */
    @Test
    void splittingATransferPaysWhereEachIsLookedAtAlone() {
        double whole = 50_000;
        double split = 500 * AmountBurn.EACH_TRANSFER.burnt(0, MEDIAN, MEDIAN, 0.5);
        assertEquals(25_000, split, 1e-6);
        assertEquals(4_751, whole - AmountBurn.EACH_TRANSFER.burnt(0, whole, MEDIAN, 0.5), 1);
    }

    @SeededTest(seeds = 10)
    void noMoreIsBurntThanIsTransferred(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        double before = 1e7 * random.nextDouble();
        double amount = 1e6 * random.nextDouble();
        for (AmountBurn rule : AmountBurn.values()) {
            double burnt = rule.burnt(before, amount, MEDIAN, random.nextDouble());
            assertTrue(burnt >= 0, rule + " burns " + burnt);
            assertTrue(rule == AmountBurn.CUMULATIVE || burnt <= amount, rule + " burns " + burnt + " of " + amount);
        }
    }

    private static double burntInParts(AmountBurn rule, double whole, double trustPart, RandomStream random) {
        double burnt = 0;
        double before = 0;
        while (before < whole) {
            double part = Math.min(whole - before, whole * random.nextDouble() / 10 + 1e-6);
            burnt += rule.burnt(before, part, MEDIAN, trustPart);
            before += part;
        }
        return burnt;
    }
}
