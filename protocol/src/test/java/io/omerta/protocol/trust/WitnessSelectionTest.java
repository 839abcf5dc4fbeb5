package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.chain.PeerHeads;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WitnessSelectionTest {
    private final Neighbours neighbours = new Neighbours();

    private List<Candidate> candidates(int count, int ofHighTrust) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(new Candidate(neighbours.peer(i), i < ofHighTrust ? 1_000 : 999, 0));
        }
        return candidates;
    }

    private Selection draw(int seed, List<Candidate> candidates, List<PeerId> excluded) {
        return WitnessSelection.draw(
                neighbours.hash(seed), new Candidates(candidates), excluded, SelectionRules.DEFAULT);
    }

    private Selection.Drawn drawn(int seed, List<Candidate> candidates) {
        return assertInstanceOf(Selection.Drawn.class, draw(seed, candidates, List.of()));
    }

    @Test
    void everyoneDrawsTheSameFromTheSameCandidatesInAnyOrder() {
        List<Candidate> reversed = new ArrayList<>(candidates(20, 8));
        Collections.reverse(reversed);
        assertEquals(drawn(1, candidates(20, 8)), drawn(1, reversed));
        assertNotEquals(drawn(1, candidates(20, 8)), drawn(2, candidates(20, 8)));
    }

    @Test
    void witnessesAndReservesAreAllCandidatesOnce() {
        for (int seed = 0; seed < 50; seed++) {
            Selection.Drawn drawn = drawn(seed, candidates(20, 8));
            assertEquals(5, drawn.witnesses().size());
            assertEquals(15, drawn.reserves().size());
            TreeSet<PeerId> all = new TreeSet<>(drawn.witnesses());
            all.addAll(drawn.reserves());
            assertEquals(20, all.size());
        }
    }

    @Test
    void atLeastTwoWitnessesAreOfHighTrust() {
        for (int seed = 0; seed < 200; seed++) {
            List<PeerId> witnesses = drawn(seed, candidates(40, 2)).witnesses();
            assertTrue(witnesses.contains(neighbours.peer(0)) && witnesses.contains(neighbours.peer(1)));
        }
    }

    @Test
    void partiesAreNeverDrawn() {
        List<PeerId> parties = List.of(neighbours.peer(0), neighbours.peer(5), neighbours.peer(9));
        for (int seed = 0; seed < 200; seed++) {
            Selection.Drawn drawn = assertInstanceOf(Selection.Drawn.class, draw(seed, candidates(13, 8), parties));
            for (PeerId party : parties) {
                assertTrue(
                        !drawn.witnesses().contains(party) && !drawn.reserves().contains(party));
            }
        }
    }

    @Test
    void peersTooCloseToAPartyAreNeverDrawn() {
        List<Candidate> candidates = candidates(12, 8);
        candidates.set(3, new Candidate(neighbours.peer(3), 5_000, 6));
        candidates.set(4, new Candidate(neighbours.peer(4), 5_000, 5));
        boolean fourthDrawn = false;
        for (int seed = 0; seed < 100; seed++) {
            Selection.Drawn drawn = drawn(seed, candidates);
            assertTrue(!drawn.witnesses().contains(neighbours.peer(3)));
            assertTrue(!drawn.reserves().contains(neighbours.peer(3)));
            fourthDrawn |= drawn.witnesses().contains(neighbours.peer(4));
        }
        assertTrue(fourthDrawn);
    }

    @Test
    void fewerThanTwiceAsManyCandidatesAsWitnessesAreTooFew() {
        drawn(1, candidates(10, 5));
        Selection.TooFew tooFew = assertInstanceOf(Selection.TooFew.class, draw(1, candidates(9, 5), List.of()));
        assertEquals("9 candidates, of whom 5 are of high trust; at least 10 and 2 are needed", tooFew.message());
        assertInstanceOf(
                Selection.TooFew.class, draw(1, candidates(10, 5), List.of(neighbours.peer(7))), "one is a party");
    }

    @Test
    void oneOfHighTrustIsTooFew() {
        assertInstanceOf(Selection.TooFew.class, draw(1, candidates(20, 1), List.of()));
        SelectionRules young = new SelectionRules(5, 0, 1_000, 5);
        assertInstanceOf(
                Selection.Drawn.class,
                WitnessSelection.draw(neighbours.hash(1), new Candidates(candidates(20, 0)), List.of(), young));
    }

    /**
     * Of 18 candidates of ordinary trust three are drawn, each with probability 1/6. Over 6,000 seeds each is drawn about
     * 1,000 times, with a standard deviation of 29; a deviation of 145, five of them, has probability 6e-7, in any of the
     * 18 about 1e-5. The seeds are fixed.
     */
    @Test
    void ordinaryCandidatesAreDrawnEquallyOften() {
        TreeMap<PeerId, Integer> draws = new TreeMap<>();
        for (int seed = 0; seed < 6_000; seed++) {
            drawn(seed, candidates(20, 2)).witnesses().forEach(peer -> draws.merge(peer, 1, Integer::sum));
        }
        for (int i = 2; i < 20; i++) {
            assertEquals(1_000, draws.getOrDefault(neighbours.peer(i), 0), 145, "candidate " + i);
        }
    }

    @Test
    void seedDependsOnSessionAndBothNonces() {
        ByteString one = ByteString.of(new byte[] {1});
        ByteString two = ByteString.of(new byte[] {2});
        TreeSet<Hash> seeds = new TreeSet<>();
        seeds.add(WitnessSelection.seed(neighbours.hasher, neighbours.hash(1), one, two));
        seeds.add(WitnessSelection.seed(neighbours.hasher, neighbours.hash(1), two, one));
        seeds.add(WitnessSelection.seed(neighbours.hasher, neighbours.hash(1), one, one));
        seeds.add(WitnessSelection.seed(neighbours.hasher, neighbours.hash(2), one, two));
        assertEquals(4, seeds.size());
    }

    @Test
    void candidatesAreThoseOfWhomTheSegmentHasARecord() {
        Chain chain = neighbours.chain(1, 1, 0);
        for (int peer = 2; peer <= 5; peer++) {
            PeerHead head = new PeerHead(neighbours.chain(peer, 2, 0).checkpoint(), 1_000 * peer);
            chain = chain.append(head.toBody(), 1_000 * peer, neighbours.signer(1), neighbours.hasher);
        }
        PeerHeads heads = PeerHeads.in(neighbours.verified(chain).blocks(), 4_000);
        Candidates candidates = Candidates.of(heads, peer -> peer.equals(neighbours.peer(3)) ? 7 : 0, peer -> 2);
        List<Candidate> expected = new ArrayList<>();
        for (int peer = 2; peer <= 4; peer++) {
            expected.add(new Candidate(neighbours.peer(peer), peer == 3 ? 7 : 0, 2));
        }
        assertEquals(new Candidates(expected), candidates);
        PeerHeads early = PeerHeads.in(neighbours.verified(chain).blocks(), 3_000);
        assertEquals(2, candidates.knownTo(early));
    }

    @Test
    void candidateTwiceIsRefused() {
        List<Candidate> twice = candidates(12, 5);
        twice.add(new Candidate(neighbours.peer(3), 9_000, 0));
        assertThrows(IllegalArgumentException.class, () -> new Candidates(twice));
    }

    @Test
    void rulesThatNoDrawCanKeepAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SelectionRules(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SelectionRules(5, 6, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SelectionRules(5, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SelectionRules(5, 2, 0, -1));
    }
}
