package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Identities 0 to 2 form a ring, 3 to 6 are honest providers, 7 to 9 customers. */
class ClusterRulesTest {
    private final TrustRecord record = new TrustRecord(TrustParameters.PUBLISHED);

    ClusterRulesTest() {
        for (int i = 0; i < 10; i++) {
            record.join();
        }
        for (int provider = 3; provider <= 6; provider++) {
            for (int customer = 7; customer <= 9; customer++) {
                sell(provider, customer, 1);
            }
        }
    }

    private void sell(int provider, int consumer, double volume) {
        record.trade(new Trade(consumer, provider, volume, 1, 1));
    }

    private void mutualRing(double volume) {
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                if (one != other) {
                    sell(one, other, volume);
                }
            }
        }
    }

    private void circle(double volume) {
        sell(0, 1, volume);
        sell(1, 2, volume);
        sell(2, 0, volume);
    }

    @Test
    void aRingWhoseMembersBuyFromEachOtherIsFoundByBothRules() {
        mutualRing(1);
        assertWeights(1.0 / 3, new MutualPairs());
        assertWeights(1.0 / 3, new IsolationRatio(0.9));
    }

    @Test
    void aCircleInWhichNobodyBuysFromWhomHeSellsToEscapesThePublishedRuleOnly() {
        circle(5);
        assertWeights(1, new MutualPairs());
        assertWeights(1.0 / 3, new IsolationRatio(0.9));
    }

    @Test
    void threeSmallSalesOutsideDefeatThePublishedRuleOnly() {
        mutualRing(100);
        for (int customer = 7; customer <= 9; customer++) {
            sell(0, customer, 0.01);
        }
        assertWeights(1, new MutualPairs());
        assertWeights(1.0 / 3, new IsolationRatio(0.9));
    }

    @Test
    void aThresholdAboveThePartThatStaysInsideLetsTheRingGo() {
        mutualRing(1);
        sell(0, 7, 1.5);
        assertWeights(1, new IsolationRatio(0.81));
        assertWeights(1.0 / 3, new IsolationRatio(0.79));
    }

    @Test
    void sellersThatBuyFromEachOtherAreNoClusterIfTheyAreTheMarket() {
        for (int provider = 3; provider <= 6; provider++) {
            sell(provider, provider == 6 ? 3 : provider + 1, 1_000);
        }
        mutualRing(1);
        double[] weights = new IsolationRatio(0.9).weights(record);
        assertEquals(1, weights[3]);
        assertEquals(1.0 / 3, weights[0]);
    }

    @Test
    void aRingThatIsLargerThanTheMarketIsFoundAllTheSame() {
        int first = record.join();
        for (int i = 1; i < 50; i++) {
            record.join();
            sell(first + i, first + i - 1, 100);
        }
        sell(first, first + 49, 100);
        double[] weights = new IsolationRatio(0.9).weights(record);
        assertEquals(1.0 / 50, weights[first], 1e-12);
        assertEquals(1, weights[3]);
    }

    /** Weight of every member of the ring; everyone else counts fully. */
    private void assertWeights(double ring, ClusterRule rule) {
        double[] weights = rule.weights(record);
        for (int i = 0; i < 10; i++) {
            assertEquals(i < 3 ? ring : 1, weights[i], 1e-12, "identity " + i);
        }
    }
}
