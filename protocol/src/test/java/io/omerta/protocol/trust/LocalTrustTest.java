package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.wire.PeerId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalTrustTest {
    private final Neighbours neighbours = new Neighbours();
    private final PeerId observer = neighbours.peer(1);
    private final PeerId subject = neighbours.peer(2);
    private final LocalTrust trust = new LocalTrust();

    private PeerId friend(int number) {
        return neighbours.peer(10 + number);
    }

    /** 0.8 x 0.7 x 0.5 + 0.6 x 0.9 x 0.5 = 0.280 + 0.270. */
    @Test
    void publishedExampleIsMet() {
        trust.trust(observer, friend(1), 800_000);
        trust.trust(friend(1), subject, 700_000);
        trust.trust(observer, friend(2), 600_000);
        trust.trust(friend(2), subject, 900_000);
        assertEquals(550_000, trust.micros(observer, subject));
    }

    @Test
    void whoeverNoPathLeadsToHasNoTrust() {
        trust.trust(observer, friend(1), 1_000_000);
        trust.trust(friend(2), subject, 1_000_000);
        assertEquals(0, trust.micros(observer, subject));
        assertEquals(0, trust.micros(subject, observer));
    }

    @Test
    void ownExperienceCountsInFull() {
        trust.trust(observer, subject, 400_000);
        trust.trust(observer, friend(1), 1_000_000);
        trust.trust(friend(1), subject, 1_000_000);
        assertEquals(900_000, trust.micros(observer, subject));
    }

    @Test
    void subjectDoesNotVouchForItselfNorTheObserver() {
        trust.trust(observer, subject, 400_000);
        trust.trust(subject, subject, 1_000_000);
        trust.trust(observer, observer, 1_000_000);
        assertEquals(400_000, trust.micros(observer, subject));
    }

    @Test
    void trustInATrustedPeersFriendsFriendIsNotSummedUp() {
        trust.trust(observer, friend(0), 1_000_000);
        for (int sybil = 1; sybil <= 50; sybil++) {
            trust.trust(friend(0), friend(sybil), 1_000_000);
            trust.trust(friend(sybil), subject, 1_000_000);
        }
        assertEquals(0, trust.micros(observer, subject));
    }

    /** The trust that the observer has in one peer, divided among several identities that all vouch for the subject. */
    @Test
    void splittingAVouchingPeerNeverGivesMoreTrust() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long whole = random.nextInt(1_000_001);
            long vouched = random.nextInt(1_000_001);
            LocalTrust one = new LocalTrust();
            one.trust(observer, friend(0), whole);
            one.trust(friend(0), subject, vouched);
            LocalTrust split = new LocalTrust();
            long left = whole;
            for (int sybil = 0; sybil < 10; sybil++) {
                long part = sybil == 9 ? left : random.nextInt((int) left + 1);
                left -= part;
                split.trust(observer, friend(sybil), part);
                split.trust(friend(sybil), subject, vouched);
            }
            assertTrue(split.micros(observer, subject) <= one.micros(observer, subject), "seed 1, draw " + i);
        }
    }

    @Test
    void dealingsFadeOverAYear() {
        assertEquals(1_000_000, LocalTrust.recencyMicros(0));
        assertEquals(367_879, LocalTrust.recencyMicros(365));
    }

    @Test
    void trustBeyondOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> trust.trust(observer, subject, 1_000_001));
        assertThrows(IllegalArgumentException.class, () -> trust.trust(observer, subject, -1));
    }
}
