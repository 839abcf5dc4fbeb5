package io.omerta.sim.economics.doublespend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeerGraphTest {
    private final RandomStreams streams = new RandomStreams(42);

    @Test
    void certainConnectionsMakeACompleteGraph() {
        PeerGraph graph = PeerGraph.erdosRenyi(20, 1, streams.stream("graph"));
        assertEquals(20 * 19, graph.links());
        assertTrue(IntStream.range(0, 20).allMatch(node -> graph.degree(node) == 19));
    }

    @Test
    void aMoreProbableGraphOfTheSameLuckContainsALessProbableOne() {
        PeerGraph less = PeerGraph.erdosRenyi(40, 0.1, streams.stream("graph"));
        PeerGraph more = PeerGraph.erdosRenyi(40, 0.3, streams.stream("graph"));
        assertTrue(less.links() > 0 && less.links() < more.links());
        for (int node = 0; node < 40; node++) {
            for (int link = less.firstLink(node); link < less.firstLink(node + 1); link++) {
                assertTrue(connected(more, node, less.end(link)));
            }
        }
    }

    @Test
    void everyConnectionIsALinkInBothDirections() {
        PeerGraph graph = PeerGraph.barabasiAlbert(60, 3, streams.stream("graph"));
        for (int node = 0; node < 60; node++) {
            for (int link = graph.firstLink(node); link < graph.firstLink(node + 1); link++) {
                assertTrue(connected(graph, graph.end(link), node));
            }
        }
    }

    @Test
    void newcomersChooseSoManyDifferentPeersAndPreferTheWellConnected() {
        PeerGraph graph = PeerGraph.barabasiAlbert(200, 2, streams.stream("graph"));
        assertEquals(2 * (3 + 197 * 2), graph.links());
        assertTrue(IntStream.range(0, 200).allMatch(node -> graph.degree(node) >= 2));
        assertTrue(IntStream.range(0, 200).map(graph::degree).max().orElseThrow() > 12);
    }

    private static boolean connected(PeerGraph graph, int one, int other) {
        return IntStream.range(graph.firstLink(one), graph.firstLink(one + 1))
                .anyMatch(link -> graph.end(link) == other);
    }

    @Test
    void theFastestWayIsNeverSlowerThanTheFirstDiscoverersAndSometimesFaster() {
        int faster = 0;
        for (int seed = 0; seed < 50; seed++) {
            RandomStreams luck = new RandomStreams(seed);
            PeerGraph graph = PeerGraph.erdosRenyi(30, 0.2, luck.stream("graph"));
            double[] delays = Flood.delays(graph, luck.stream("delay"));
            double[] fastest = Flood.arrivals(graph, delays, 0, 0, Marking.EARLIEST_ARRIVAL);
            double[] first = Flood.arrivals(graph, delays, 0, 0, Marking.FIRST_DISCOVERER);
            for (int node = 0; node < 30; node++) {
                assertTrue(fastest[node] <= first[node], "seed " + seed);
                assertEquals(Double.isInfinite(fastest[node]), Double.isInfinite(first[node]), "seed " + seed);
                faster += fastest[node] < first[node] ? 1 : 0;
            }
        }
        assertTrue(faster > 0);
    }

    @Test
    void whoHasNoPeersReachesNobody() {
        PeerGraph graph = PeerGraph.erdosRenyi(5, 0, streams.stream("graph"));
        double[] arrivals = Flood.arrivals(graph, new double[0], 2, 0.5, Marking.EARLIEST_ARRIVAL);
        assertEquals(1, Arrays.stream(arrivals).filter(Double::isFinite).count());
        assertEquals(0.5, arrivals[2]);
    }
}
