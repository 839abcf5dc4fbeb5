package io.omerta.sim.network.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStreams;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nodes a selector names. */
final class NodeSelectorTest {
    private static final NodePopulation MIXED =
            TestNetworks.population(TestNetworks.CONSTANT, "fast", "far:fast", "lossy", "far:lossy", "remote");

    private static BitSet select(NodePopulation population, NodeSelector selector, long seed) {
        return new NodeSelection(population).select(selector, new RandomStreams(seed).stream("test"), new BitSet());
    }

    private static String selected(NodeSelector selector) {
        return select(MIXED, selector, 1).toString();
    }

    @Test
    void selectorsNameNodesByIdRegionAndAccessType() {
        assertEquals("{0, 1, 2, 3, 4}", selected(new NodeSelector.All()));
        assertEquals("{1, 4}", selected(TestNetwork.nodes(4, 1)));
        assertEquals("{1, 3}", selected(new NodeSelector.InRegion("far")));
        assertEquals("{2, 3}", selected(new NodeSelector.WithAccess("lossy")));
        assertEquals("{}", selected(new NodeSelector.WithAccess("slow-up")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.04, 0", "0.05, 1", "0.14, 1", "0.15, 2", "0.25, 3", "0.5, 5", "0.949, 9", "0.95, 10", "1, 10"
    })
    void aFractionOfTheNodesIsRoundedHalfUp(double fraction, int expected) {
        NodePopulation ten = TestNetworks.fast(10);
        assertEquals(
                expected, select(ten, new NodeSelector.Fraction(fraction), 1).cardinality());
    }

    @Test
    void aCountIsDrawnWithoutReplacementAndEndsAtAll() {
        NodePopulation ten = TestNetworks.fast(10);
        assertEquals(7, select(ten, new NodeSelector.Count(7), 1).cardinality());
        assertEquals(10, select(ten, new NodeSelector.Count(70), 1).cardinality());
    }

    @Test
    void whatIsDrawnDependsOnTheSeed() {
        NodePopulation many = TestNetworks.fast(1000);
        NodeSelector half = new NodeSelector.Fraction(0.5);
        assertEquals(select(many, half, 1), select(many, half, 1));
        assertNotEquals(select(many, half, 1), select(many, half, 2));
    }

    @Test
    void eachFaultOfAListDrawsItsOwnNodes() {
        NodeSelector half = new NodeSelector.Fraction(0.5);
        TestNetwork network = TestNetwork.plain(TestNetworks.fast(1000))
                .faults(
                        new Fault.Crash(1, 2, half, false, InFlight.DELIVER),
                        new Fault.Crash(4, 2, half, false, InFlight.DELIVER));
        assertNotEquals(downAt(network, 2), downAt(network, 5));
    }

    private static BitSet downAt(TestNetwork network, long at) {
        network.kernel().runUntil(at);
        BitSet down = new BitSet();
        for (int node = 0; node < network.network().nodes(); node++) {
            down.set(node, !network.network().isUp(node));
        }
        return down;
    }

    @Test
    void namesThatDoNotExistAreRejectedWithThoseThatDo() {
        for (NodeSelector selector : List.of(
                new NodeSelector.Ids(List.of("n9")),
                new NodeSelector.InRegion("nowhere"),
                new NodeSelector.WithAccess("carrier pigeon"))) {
            assertThrows(IllegalArgumentException.class, () -> selected(selector));
        }
        String message = assertThrows(
                        IllegalArgumentException.class, () -> selected(new NodeSelector.InRegion("nowhere")))
                .getMessage();
        assertTrue(message.contains("\"nowhere\"") && message.contains("near, far"), message);
    }

    @Test
    void impossibleAmountsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new NodeSelector.Fraction(1.01));
        assertThrows(IllegalArgumentException.class, () -> new NodeSelector.Fraction(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new NodeSelector.Count(-1));
    }
}
