package io.omerta.sim.network.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlayTest {
    static List<OverlaySpec> randomSpecs() {
        return List.of(
                new OverlaySpec.RandomDegree(List.of(0.1, 0.2, 0.3, 0.4)),
                new OverlaySpec.RandomRegular(6),
                new OverlaySpec.SmallWorld(6, 0.2));
    }

    @ParameterizedTest
    @MethodSource("randomSpecs")
    void neighboursAreMutualDistinctAndOthers(OverlaySpec spec) {
        Graphs.assertSimple(Overlay.build(spec, 500, new RandomStreams(1)));
    }

    @ParameterizedTest
    @MethodSource("randomSpecs")
    void seedDecidesTheLinksAndTheirOrder(OverlaySpec spec) {
        int[][] one = Graphs.all(Overlay.build(spec, 200, new RandomStreams(2)));
        int[][] again = Graphs.all(Overlay.build(spec, 200, new RandomStreams(2)));
        int[][] other = Graphs.all(Overlay.build(spec, 200, new RandomStreams(3)));

        assertArrayEquals(one, again);
        assertFalse(Arrays.deepEquals(one, other));
    }

    @Test
    void completeOverlayOfTenThousandNodesIsComputed() {
        Overlay overlay = Overlay.build(new OverlaySpec.Complete(), 10_000, new RandomStreams(4));

        assertEquals(49_995_000, overlay.links());
        assertEquals(9999, overlay.degree(5000));
        assertEquals(4999, overlay.neighbour(5000, 4999));
        assertEquals(5001, overlay.neighbour(5000, 5000));
        assertEquals(9999, overlay.neighbour(5000, 9998));
        assertEquals(1, overlay.components());
    }

    @Test
    void completeOverlayIsSimple() {
        Graphs.assertSimple(Overlay.build(new OverlaySpec.Complete(), 20, new RandomStreams(4)));
    }

    @Test
    void explicitLinksKeepTheirOrderOpenedOnesFirst() {
        Overlay overlay = explicit(5, link(3, 2), link(0, 2), link(2, 4), link(2, 1));

        assertArrayEquals(new int[] {4, 1, 3, 0}, Graphs.neighbours(overlay, 2));
        Graphs.assertSimple(overlay);
    }

    @Test
    void componentsAreCountedWithLonelyNodes() {
        assertEquals(3, explicit(6, link(0, 1), link(2, 3), link(3, 4)).components());
        assertEquals(1, explicit(3, link(0, 1), link(2, 1)).components());
        assertEquals(4, explicit(4).components());
    }

    @Test
    void explicitLinkToAnUnknownNodeIsRefused() {
        assertEquals("link 2 (1 - 4) names node 4, but the nodes are 0 to 3", messageOf(4, link(0, 1), link(1, 4)));
        assertEquals("link 1 (-1 - 0) names node -1, but the nodes are 0 to 3", messageOf(4, link(-1, 0)));
    }

    @Test
    void explicitSelfLinkIsRefused() {
        assertEquals("link 1 (2 - 2) links a node to itself; remove it", messageOf(4, link(2, 2)));
    }

    @Test
    void explicitLinkGivenInBothDirectionsIsRefused() {
        assertEquals(
                "link 3 (1 - 0) repeats link 1; links work in both directions, remove one",
                messageOf(4, link(0, 1), link(1, 2), link(1, 0)));
    }

    @Test
    void overlayWithoutNodesIsRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Overlay.build(new OverlaySpec.Complete(), 0, new RandomStreams(5)))
                .getMessage();
        assertEquals("an overlay needs at least one node, but 0 were asked for", message);
    }

    private static OverlaySpec.Link link(int from, int to) {
        return new OverlaySpec.Link(from, to);
    }

    private static Overlay explicit(int nodes, OverlaySpec.Link... links) {
        return Overlay.build(new OverlaySpec.Explicit(List.of(links)), nodes, new RandomStreams(6));
    }

    private static String messageOf(int nodes, OverlaySpec.Link... links) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> explicit(nodes, links))
                .getMessage());
    }
}
