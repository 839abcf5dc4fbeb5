package io.omerta.sim.network.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.network.region.NetworkPreset.Assignment;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class NodePopulationTest {
    private final NetworkPreset quota = Presets.twoRegions(Assignment.QUOTA);
    private final NetworkPreset independent = Presets.twoRegions(Assignment.INDEPENDENT);

    @Test
    void quotaAssignmentGivesEachRegionAndAccessTypeItsShare() {
        NodePopulation population = NodePopulation.of(quota, 1000, new RandomStreams(1));

        assertArrayEquals(new long[] {700, 300}, counts(population, population::regionOf, 2));
        assertArrayEquals(new long[] {500, 300, 200}, counts(population, population::accessOf, 3));
    }

    @Test
    void regionsAndAccessTypesAreAssignedIndependentlyOfEachOther() {
        for (NetworkPreset preset : List.of(quota, independent)) {
            NodePopulation population = NodePopulation.of(preset, 10_000, new RandomStreams(2));
            long[][] table = new long[2][3];
            for (int node = 0; node < population.nodes(); node++) {
                table[population.regionOf(node)][population.accessOf(node)]++;
            }
            // Chi-square test of independence; false alarms at level 0.001.
            assertFalse(ChiSquareTest.withDefaults().test(table).reject(0.001));
        }
    }

    @Test
    void independentAssignmentFollowsTheShares() {
        NodePopulation population = NodePopulation.of(independent, 100_000, new RandomStreams(3));

        // Chi-square tests; false alarms at level 0.001 each.
        assertFalse(ChiSquareTest.withDefaults()
                .test(new double[] {0.7, 0.3}, counts(population, population::regionOf, 2))
                .reject(0.001));
        assertFalse(ChiSquareTest.withDefaults()
                .test(new double[] {0.5, 0.3, 0.2}, counts(population, population::accessOf, 3))
                .reject(0.001));
    }

    @Test
    void addingNodesMovesNobodyUnderIndependentAssignment() {
        NodePopulation few = NodePopulation.of(independent, 100, new RandomStreams(4));
        NodePopulation many = NodePopulation.of(independent, 5000, new RandomStreams(4));
        for (int node = 0; node < 100; node++) {
            assertEquals(few.regionOf(node), many.regionOf(node));
            assertEquals(few.accessOf(node), many.accessOf(node));
        }
    }

    @Test
    void seedDecidesWhoLivesWhere() {
        assertArrayEquals(regionsOf(5), regionsOf(5));
        assertFalse(Arrays.equals(regionsOf(5), regionsOf(6)));
    }

    @Test
    void accessRatesTakePrecedenceOverRegionalRates() {
        NodePopulation population = NodePopulation.of(
                quota, List.of(new NodePlacement("a", "south", "plain"), new NodePlacement("b", "south", "dsl")));

        assertEquals(5_800_000, population.uploadBitsPerSecond(0));
        assertEquals(18_000_000, population.downloadBitsPerSecond(0));
        assertEquals(5_000_000, population.uploadBitsPerSecond(1));
        assertEquals(50_000_000, population.downloadBitsPerSecond(1));
        assertEquals(15_000_000, population.addedDelayNanos(1));
        assertEquals(0.005, population.loss(1));
        assertEquals(0, population.loss(0));
    }

    @Test
    void numberedNodesAreFoundByTheirIdentifiers() {
        NodePopulation population = NodePopulation.of(quota, 1000, new RandomStreams(7));
        for (int node : new int[] {0, 9, 10, 999}) {
            assertEquals("node_" + node, population.id(node));
            assertEquals(node, population.indexOf(population.id(node)));
        }
        for (String unknown : List.of(
                "",
                "node",
                "node_",
                "node_1000",
                "node_01",
                "node_-1",
                "node_1x",
                "Node_1",
                "node_99999999999999999999")) {
            assertEquals(-1, population.indexOf(unknown), unknown);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> population.id(1000));
    }

    @Test
    void listedNodesKeepTheirOrderAndIdentifiers() {
        NodePopulation population = NodePopulation.of(
                quota,
                List.of(
                        new NodePlacement("provider", "north", "fiber"),
                        new NodePlacement("consumer", "south", "dsl")));

        assertEquals(2, population.nodes());
        assertEquals("consumer", population.id(1));
        assertEquals(1, population.indexOf("consumer"));
        assertEquals(-1, population.indexOf("node_1"));
        assertEquals(1, population.regionOf(1));
        assertEquals(2, population.accessOf(1));
        assertNotEquals(population.regionOf(0), population.regionOf(1));
    }

    @Test
    void unknownRegionIsRefusedWithTheKnownOnes() {
        assertEquals(
                "node 'a': preset 'two' has no region 'west'; it has north, south",
                messageOf(List.of(new NodePlacement("a", "west", "dsl"))));
    }

    @Test
    void unknownAccessTypeIsRefusedWithTheKnownOnes() {
        assertEquals(
                "node 'a': preset 'two' has no access type 'cable'; it has plain, fiber, dsl",
                messageOf(List.of(new NodePlacement("a", "north", "cable"))));
    }

    @Test
    void identifierListedTwiceIsRefused() {
        assertEquals(
                "node 'a' is listed twice, as number 1 and as number 3",
                messageOf(List.of(
                        new NodePlacement("a", "north", "dsl"),
                        new NodePlacement("b", "north", "dsl"),
                        new NodePlacement("a", "south", "dsl"))));
    }

    @Test
    void nodeWithoutALinkRateIsRefused() {
        NetworkPreset rateless = new NetworkPreset(
                "rateless",
                "",
                "",
                List.of(new Region("here", "Here", 1, 0, 8_000_000)),
                List.of(List.of(10.0)),
                quota.delayLaw(),
                Assignment.QUOTA,
                List.of(new AccessType("plain", "Plain", 1, 0, 0, 0, 0)),
                List.of());

        String message = assertThrows(
                        IllegalArgumentException.class, () -> NodePopulation.of(rateless, 3, new RandomStreams(8)))
                .getMessage();
        assertEquals(
                "node 'node_0' has no upload rate: neither access type 'plain' nor region 'here' of preset 'rateless'"
                        + " gives one; give it in bits per second to either",
                message);
    }

    private int[] regionsOf(long seed) {
        NodePopulation population = NodePopulation.of(quota, 200, new RandomStreams(seed));
        return IntStream.range(0, 200).map(population::regionOf).toArray();
    }

    private String messageOf(List<NodePlacement> placements) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> NodePopulation.of(quota, placements))
                .getMessage());
    }

    private static long[] counts(NodePopulation population, IntUnaryOperator attribute, int values) {
        long[] counts = new long[values];
        for (int node = 0; node < population.nodes(); node++) {
            counts[attribute.applyAsInt(node)]++;
        }
        return counts;
    }
}
