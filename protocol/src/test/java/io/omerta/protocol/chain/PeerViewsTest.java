package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PeerViewsTest {
    private final Neighbours neighbours = new Neighbours();
    private final PeerViews views = new PeerViews(3, neighbours.hasher, neighbours.verifier);

    private SignedHeader head(long identity, int blocks) {
        return neighbours.head(neighbours.chain(identity, blocks, 0));
    }

    private PeerView view(long identity) {
        return views.view(neighbours.peer(identity)).orElseThrow();
    }

    @Test
    void firstHeadOfAPeerIsKept() {
        assertInstanceOf(Sighting.Advanced.class, views.observe(head(1, 4), 100));
        assertEquals(head(1, 4), view(1).head());
        assertEquals(neighbours.chain(1, 4, 0).checkpoint(), view(1).checkpoint());
    }

    @Test
    void highestHeadIsKeptInWhateverOrderTheyArrive() {
        views.observe(head(1, 4), 0);
        assertInstanceOf(Sighting.Advanced.class, views.observe(head(1, 9), 0));
        assertInstanceOf(Sighting.Known.class, views.observe(head(1, 6), 0));
        assertInstanceOf(Sighting.Known.class, views.observe(head(1, 9), 0));
        assertEquals(8, view(1).checkpoint().height());
    }

    @Test
    void forgedHeadChangesNothing() {
        BlockHeader header = head(1, 9).header();
        SignedHeader forged = new SignedHeader(header, neighbours.signer(2).sign(header.hash(neighbours.hasher)));
        assertInstanceOf(Sighting.Forged.class, views.observe(forged, 0));
        assertTrue(views.view(neighbours.peer(1)).isEmpty());
    }

    @Test
    void ageAndSilenceAreWhatThisNodeSaw() {
        views.observe(head(1, 4), 100);
        views.observe(head(1, 4), 250);
        assertEquals(200, view(1).ageMillis(300));
        assertEquals(50, view(1).silenceMillis(300));
        assertEquals(0, view(1).silenceMillis(200), "a clock that went back");
    }

    @Test
    void secondHeadOfOneHeightIsAFork() {
        views.observe(head(1, 4), 0);
        views.observe(head(1, 9), 0);
        SignedHeader branch = neighbours.head(neighbours.chain(1, 4, 30));
        Sighting.Forked forked = assertInstanceOf(Sighting.Forked.class, views.observe(branch, 0));
        assertTrue(forked.evidence().isProof(neighbours.hasher, neighbours.verifier));
        assertTrue(view(1).forked());
        assertEquals(8, view(1).checkpoint().height());
    }

    @Test
    void forkShowsItselfInASegmentThatMeetsAKnownHead() {
        views.observe(head(1, 5), 0);
        VerifiedSegment branch = neighbours.verified(neighbours.chain(1, 8, 30));
        Sighting.Forked forked = assertInstanceOf(Sighting.Forked.class, views.observe(branch, 0));
        assertTrue(forked.evidence().isProof(neighbours.hasher, neighbours.verifier));
    }

    @Test
    void segmentOfTheSameHistoryAdvancesTheHead() {
        views.observe(head(1, 5), 0);
        assertInstanceOf(Sighting.Advanced.class, views.observe(neighbours.verified(neighbours.chain(1, 40, 0)), 0));
        assertEquals(39, view(1).checkpoint().height());
    }

    @Test
    void peerOnceForkedStaysForked() {
        views.observe(head(1, 4), 0);
        views.observe(neighbours.head(neighbours.chain(1, 4, 30)), 0);
        views.observe(head(1, 9), 0);
        assertTrue(view(1).forked());
    }

    /** No false accusation, whichever heads of one honest chain are seen in whichever order. */
    @Test
    void honestPeerIsNeverAccused() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            assertFalse(views.observe(head(1, 1 + random.nextInt(30)), i) instanceof Sighting.Forked);
        }
    }

    @Test
    void newcomersDisplaceEachOtherAndNotThoseKnownForLong() {
        views.observe(head(1, 2), 0);
        views.observe(head(2, 2), 1);
        for (int sybil = 100; sybil < 200; sybil++) {
            views.observe(head(sybil, 2), sybil);
            assertTrue(views.size() <= 3);
        }
        assertTrue(views.view(neighbours.peer(1)).isPresent());
        assertTrue(views.view(neighbours.peer(2)).isPresent());
        assertTrue(views.view(neighbours.peer(199)).isPresent());
        assertEquals(3, views.size());
    }

    @Test
    void whoWasSilentForTwoYearsGivesWayFirst() {
        views.observe(head(1, 2), 0);
        views.observe(head(2, 2), 0);
        views.observe(head(3, 2), 5);
        views.observe(head(2, 3), 10);
        views.observe(head(4, 2), PeerViews.FORGET_AFTER_MILLIS);
        assertTrue(views.view(neighbours.peer(1)).isEmpty());
        for (int peer = 2; peer <= 4; peer++) {
            assertTrue(views.view(neighbours.peer(peer)).isPresent(), "peer " + peer);
        }
    }
}
