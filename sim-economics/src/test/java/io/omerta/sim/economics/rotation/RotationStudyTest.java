package io.omerta.sim.economics.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.study.Replicated;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import org.junit.jupiter.api.Test;

class RotationStudyTest {
    @Test
    void withoutDefencesAPuppetGetsHalfAndKeepsItsName() {
        Replicated rotation = new Replicated(new RotationStudy(1, AmountBasis.NONE, false, 1, 1, 365), 1);
        assertEquals(25_000, rotation.mean("wealth.delivered"), 1e-9);
        assertEquals(70_000, rotation.mean("wealth.preserved"), 1e-9);
        assertEquals(450, rotation.mean("trust.after"), 1e-9);
        assertEquals(100, rotation.mean("evaded"));
    }

    @Test
    void theDefencesBurnNineTenthsAndPassOnTheBadName() {
        Replicated rotation = new Replicated(new RotationStudy(1, AmountBasis.SINGLE_TRANSFER, true, 1, 1, 365), 1);
        assertEquals(4_751, rotation.mean("wealth.delivered"), 0.5);
        assertEquals(51_174, rotation.mean("wealth.preserved"), 0.5);
        assertEquals(100, rotation.mean("trust.after"), 1e-9);
        assertEquals(0, rotation.mean("evaded"));
    }

    @Test
    void threePuppetsGiveThePublishedFigures() {
        assertEquals(
                61_429,
                new Replicated(new RotationStudy(3, AmountBasis.NONE, false, 1, 1, 365), 1).mean("wealth.preserved"),
                0.5);
        assertEquals(
                33_535,
                new Replicated(new RotationStudy(3, AmountBasis.SINGLE_TRANSFER, true, 1, 1, 365), 1)
                        .mean("wealth.preserved"),
                0.5);
    }

    @Test
    void splittingBelowTheMedianDefeatsAChargeOnSingleTransfers() {
        assertEquals(25_000, delivered(AmountBasis.SINGLE_TRANSFER, new double[500], 100), 1e-6);
    }

    @Test
    void noSplitDeliversMoreThanOneTransferUnderACumulativeCharge() {
        for (int seed = 0; seed < 200; seed++) {
            RandomStream luck = new RandomStreams(seed).stream("split");
            double[] parts = new double[1 + luck.nextInt(50)];
            double sum = 0;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = luck.nextDouble() * 2_000;
                sum += parts[i];
            }
            double once = delivered(AmountBasis.CUMULATIVE, new double[] {sum}, 0);
            double split = delivered(AmountBasis.CUMULATIVE, parts, 0);
            assertEquals(once, split, 1e-6, "seed " + seed);
        }
    }

    /** What reaches a receiver of equal trust; each part is topped up by {@code more}. */
    private static double delivered(AmountBasis basis, double[] parts, double more) {
        Wallets wallets =
                new Wallets(TransferRules.of(basis, false), 365, new double[] {1e6, 0}, new double[] {100, 100});
        for (double part : parts) {
            wallets.transfer(0, 1, part + more);
        }
        return wallets.balance(1);
    }

    @Test
    void aTransferThatLeftTheWindowNoLongerCounts() {
        Wallets wallets = new Wallets(
                TransferRules.of(AmountBasis.CUMULATIVE, false), 2, new double[] {1e6, 0}, new double[] {100, 100});
        wallets.transfer(0, 1, 100);
        wallets.nextDay();
        wallets.transfer(0, 1, 100);
        double within = wallets.balance(1) - 50;
        wallets.nextDay();
        wallets.nextDay();
        wallets.nextDay();
        double before = wallets.balance(1);
        wallets.transfer(0, 1, 100);
        assertTrue(within < 50);
        assertEquals(50, wallets.balance(1) - before, 1e-9);
    }

    @Test
    void inheritanceNeverRaisesTrust() {
        TransferRules rules = TransferRules.of(AmountBasis.NONE, true);
        assertEquals(50, rules.trustAfter(50, 400, 10, 20), 1e-9);
        assertEquals(225, rules.trustAfter(400, 50, 10, 20), 1e-9);
    }

    @Test
    void noMoreIsBurntThanIsSent() {
        TransferRules rules = TransferRules.of(AmountBasis.SINGLE_TRANSFER, false);
        assertEquals(1e6, rules.burnt(1e6, 0, 0, 0));
    }
}
