package io.omerta.sim.network.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.workload.WorkloadSpec.Targets;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chi-square tests reject what is true with probability 0.001; seeds are fixed. */
final class PeerChoiceTest {
    private static final double LEVEL = 0.001;

    /** In the middle, so that a node which forgets to step over itself is found out. */
    private static final int NODE = 2;

    private final RandomStream stream = new RandomStreams(7).stream("test");

    private static Overlay overlay(OverlaySpec spec, int nodes) {
        return Overlay.build(spec, nodes, new RandomStreams(1));
    }

    /** Under {@link Targets#OVERLAY} the node's neighbours are the other nodes too, in another order. */
    private static PeerChoice amongOthers(Targets targets, int nodes) {
        List<OverlaySpec.Link> star = new ArrayList<>();
        for (int other = nodes - 1; other >= 0; other--) {
            if (other != NODE) {
                star.add(new OverlaySpec.Link(NODE, other));
            }
        }
        return new PeerChoice(targets, overlay(new OverlaySpec.Explicit(star), nodes), nodes);
    }

    private static void assertUniform(TreeMap<List<Integer>, Integer> counts, int outcomes) {
        assertEquals(outcomes, counts.size(), "distinct outcomes");
        long[] observed = counts.values().stream().mapToLong(count -> count).toArray();
        assertFalse(ChiSquareTest.withDefaults().test(observed).reject(LEVEL), counts::toString);
    }

    private static TreeMap<List<Integer>, Integer> emptyCounts() {
        return new TreeMap<>((a, b) -> Arrays.compare(toArray(a), toArray(b)));
    }

    private static int[] toArray(List<Integer> peers) {
        return peers.stream().mapToInt(peer -> peer).toArray();
    }

    private static List<Integer> toList(int[] peers) {
        return Arrays.stream(peers).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"ANYONE", "OVERLAY"})
    void onePeerIsAnyOtherWithTheSameProbability(Targets targets) {
        PeerChoice choice = amongOthers(targets, 8);
        TreeMap<List<Integer>, Integer> counts = emptyCounts();
        for (int i = 0; i < 20_000; i++) {
            counts.merge(List.of(choice.one(NODE, stream)), 1, Integer::sum);
        }
        assertFalse(counts.containsKey(List.of(NODE)));
        assertUniform(counts, 7);
    }

    /** Three of six are drawn one by one until they differ, three of five from the list of all. */
    @ParameterizedTest
    @CsvSource({"ANYONE, 7, 120", "OVERLAY, 7, 120", "ANYONE, 6, 60", "OVERLAY, 6, 60"})
    void everyOrderOfDistinctPeersHasTheSameProbability(Targets targets, int nodes, int orders) {
        PeerChoice choice = amongOthers(targets, nodes);
        TreeMap<List<Integer>, Integer> counts = emptyCounts();
        for (int i = 0; i < 200 * orders; i++) {
            int[] peers = choice.several(NODE, 3, -1, stream);
            assertEquals(3, Arrays.stream(peers).distinct().count());
            counts.merge(toList(peers), 1, Integer::sum);
        }
        assertUniform(counts, orders);
    }

    /** Two of five are drawn one by one, two of three from the list. */
    @ParameterizedTest
    @CsvSource({"ANYONE, 7, 20", "OVERLAY, 7, 20", "ANYONE, 5, 6", "OVERLAY, 5, 6"})
    void aSparedPeerIsNeverDrawnAndTheOthersStayEquallyLikely(Targets targets, int nodes, int orders) {
        int spared = 1;
        PeerChoice choice = amongOthers(targets, nodes);
        TreeMap<List<Integer>, Integer> counts = emptyCounts();
        for (int i = 0; i < 200 * orders; i++) {
            List<Integer> peers = toList(choice.several(NODE, 2, spared, stream));
            assertFalse(peers.contains(spared));
            counts.merge(peers, 1, Integer::sum);
        }
        assertUniform(counts, orders);
    }

    @ParameterizedTest
    @CsvSource({"ANYONE", "OVERLAY"})
    void whoAsksForTooManyGetsAllThereAre(Targets targets) {
        int[] peers = amongOthers(targets, 5).several(NODE, 9, -1, stream);
        Arrays.sort(peers);
        assertArrayEquals(new int[] {0, 1, 3, 4}, peers);
    }

    @ParameterizedTest
    @CsvSource({"ANYONE", "OVERLAY"})
    void whoAsksForTooManyGetsAllButTheSparedOne(Targets targets) {
        int[] peers = amongOthers(targets, 5).several(NODE, 9, 3, stream);
        Arrays.sort(peers);
        assertArrayEquals(new int[] {0, 1, 4}, peers);
    }

    @Test
    void sparingAStrangerTakesNobodyAway() {
        PeerChoice choice = new PeerChoice(Targets.OVERLAY, overlay(WorkloadRun.links(0, 1, 0, 2), 4), 4);
        int[] peers = choice.several(0, 9, 3, stream);
        Arrays.sort(peers);
        assertArrayEquals(new int[] {1, 2}, peers);
    }

    @Test
    void theCandidatesAreTheNeighboursOrAllOthers() {
        Overlay line = overlay(WorkloadRun.links(0, 1, 1, 2), 4);
        PeerChoice neighbours = new PeerChoice(Targets.OVERLAY, line, 4);
        PeerChoice anyone = new PeerChoice(Targets.ANYONE, line, 4);
        assertEquals(2, neighbours.candidates(1));
        assertEquals(0, neighbours.candidates(3));
        assertEquals(3, anyone.candidates(3));
    }

    @Test
    void aNodeWithoutCandidatesDrawsNobody() {
        PeerChoice choice = new PeerChoice(Targets.OVERLAY, overlay(WorkloadRun.links(0, 1), 3), 3);
        assertEquals(0, choice.several(2, 3, -1, stream).length);
    }
}
