package io.omerta.sim.network.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class RandomDegreeGraphTest {
    /** SimBlock's BITCOIN_2015 table, cumulative. */
    private static final double[] BITCOIN_2015 = {
        .025, .050, .075, .10, .20, .30, .40, .50, .60, .70, .80, .85, .90, .95, .97, .97, .98, .99, .995, 1.0
    };

    @Test
    void outboundLinksAddUpToTheQuotas() {
        // 20,000 nodes: half open one link, a quarter two, a quarter three.
        Overlay overlay = build(List.of(0.5, 0.25, 0.25), 20_000, 1);

        assertEquals(10_000 + 2 * 5_000 + 3 * 5_000, overlay.links());
    }

    @Test
    void degreesAreOutboundPlusPoissonInboundLinks() {
        int nodes = 20_000;
        Overlay overlay = build(shares(BITCOIN_2015), nodes, 2);
        double mean = (double) overlay.links() / nodes;
        int bins = 50; // the last takes all larger degrees
        long[] observed = new long[bins];
        for (int node = 0; node < nodes; node++) {
            observed[Math.min(overlay.degree(node), bins - 1)]++;
        }
        double[] expected = new double[bins];
        PoissonDistribution inbound = PoissonDistribution.of(mean);
        for (int outbound = 1; outbound <= BITCOIN_2015.length; outbound++) {
            for (int i = 0; i < 200; i++) {
                expected[Math.min(outbound + i, bins - 1)] += share(outbound - 1) * inbound.probability(i);
            }
        }
        // Merge bins up to an expectation of 20; false alarms at level 0.001.
        List<Double> mergedExpected = new ArrayList<>();
        List<Long> mergedObserved = new ArrayList<>();
        double sum = 0;
        long count = 0;
        for (int bin = 0; bin < bins; bin++) {
            sum += expected[bin];
            count += observed[bin];
            if (sum * nodes >= 20) {
                mergedExpected.add(sum);
                mergedObserved.add(count);
                sum = 0;
                count = 0;
            }
        }
        mergedExpected.set(mergedExpected.size() - 1, mergedExpected.get(mergedExpected.size() - 1) + sum);
        mergedObserved.set(mergedObserved.size() - 1, mergedObserved.get(mergedObserved.size() - 1) + count);
        assertFalse(ChiSquareTest.withDefaults()
                .test(
                        mergedExpected.stream().mapToDouble(Double::doubleValue).toArray(),
                        mergedObserved.stream().mapToLong(Long::longValue).toArray())
                .reject(0.001));
    }

    @Test
    void partnersAreUniformWhetherDrawnOrWalked() {
        // With one link a node, nine nodes are many enough to draw partners; with five of nine, lists are walked.
        assertPartnersOfTheFirstNodeAreUniform(List.of(1.0), 1);
        assertPartnersOfTheFirstNodeAreUniform(List.of(0.0, 0.0, 0.0, 0.0, 1.0), 5);
    }

    @Test
    void nodesThatWantMoreLinksThanThereAreOthersLinkToAll() {
        Overlay overlay = build(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0), 5, 3);

        Graphs.assertSimple(overlay);
        assertEquals(10, overlay.links());
    }

    @Test
    void lonelyNodeHasNoLinks() {
        assertEquals(0, build(List.of(1.0), 1, 4).links());
    }

    @Test
    void eightOutboundLinksConnectTheOverlay() {
        Overlay overlay = build(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0), 10_000, 5);

        Graphs.assertSimple(overlay);
        assertEquals(80_000, overlay.links());
        assertEquals(1, overlay.components());
    }

    @Test
    void distributionThatDoesNotSumToOneIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> build(List.of(0.5, 0.25), 10, 6))
                .getMessage();
        assertEquals("shares of the degree distribution must sum to 1, but sum to 0.75", message);
    }

    /** Chi-square test over 20,000 overlays; false alarms at level 0.001. */
    private static void assertPartnersOfTheFirstNodeAreUniform(List<Double> distribution, int outbound) {
        long[] opened = new long[8];
        for (int seed = 0; seed < 20_000; seed++) {
            Overlay overlay = build(distribution, 9, seed);
            // The last of the opened links alone, because those of one node are not independent.
            opened[overlay.neighbour(0, outbound - 1) - 1]++;
        }
        assertFalse(ChiSquareTest.withDefaults().test(opened).reject(0.001));
    }

    private static Overlay build(List<Double> distribution, int nodes, long seed) {
        return Overlay.build(new OverlaySpec.RandomDegree(distribution), nodes, new RandomStreams(seed));
    }

    private static List<Double> shares(double[] cumulative) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < cumulative.length; i++) {
            shares.add(share(i));
        }
        return shares;
    }

    private static double share(int category) {
        return BITCOIN_2015[category] - (category == 0 ? 0 : BITCOIN_2015[category - 1]);
    }
}
