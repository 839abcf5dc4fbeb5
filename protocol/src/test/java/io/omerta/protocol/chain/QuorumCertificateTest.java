package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuorumCertificateTest {
    private final Neighbours neighbours = new Neighbours();
    private final Hash message = neighbours.hash(1);
    private final Cabal cabal = neighbours.cabal(5);

    private QuorumCertificate.Verdict verdict(QuorumCertificate certificate) {
        return certificate.verify(cabal, message, neighbours.verifier);
    }

    @Test
    void fourOfFiveAreAQuorum() {
        assertEquals(4, cabal.quorum());
        assertEquals(QuorumCertificate.Verdict.VALID, verdict(neighbours.certificate(message, 4)));
        assertEquals(QuorumCertificate.Verdict.VALID, verdict(neighbours.certificate(message, 5)));
        assertEquals(QuorumCertificate.Verdict.TOO_FEW, verdict(neighbours.certificate(message, 3)));
        assertEquals(QuorumCertificate.Verdict.TOO_FEW, verdict(neighbours.certificate(message, 0)));
    }

    @Test
    void twoQuorumsShareAnHonestMemberAndTheHonestAreAQuorum() {
        for (int members = 4; members <= Cabal.MEMBERS_MAX; members++) {
            int liarsMax = (members - 1) / 3;
            int quorum = neighbours.cabal(members).quorum();
            assertTrue(2 * quorum - members > liarsMax, members + " members: not safe");
            assertTrue(members - liarsMax >= quorum, members + " members: not live");
        }
    }

    @Test
    void strangersDoNotCount() {
        assertEquals(QuorumCertificate.Verdict.STRANGER, verdict(neighbours.certificate(message, 6)));
    }

    @Test
    void signaturesOfAnotherHashDoNotCount() {
        assertEquals(QuorumCertificate.Verdict.FORGED, verdict(neighbours.certificate(neighbours.hash(2), 5)));
    }

    @Test
    void nobodyCanSignTwice() {
        List<QuorumCertificate.Endorsement> twice =
                new ArrayList<>(neighbours.certificate(message, 3).endorsements());
        twice.add(twice.get(0));
        assertThrows(IllegalArgumentException.class, () -> QuorumCertificate.of(twice));
        assertThrows(IllegalArgumentException.class, () -> new QuorumCertificate(twice));
    }

    @Test
    void orderOfTheSignersIsCanonical() {
        List<QuorumCertificate.Endorsement> reversed =
                new ArrayList<>(neighbours.certificate(message, 4).endorsements());
        Collections.reverse(reversed);
        assertEquals(neighbours.certificate(message, 4), QuorumCertificate.of(reversed));
        assertThrows(IllegalArgumentException.class, () -> new QuorumCertificate(reversed));
    }

    @Test
    void cabalHasDistinctMembersInRisingOrder() {
        assertEquals(cabal, Cabal.of(cabal.members()));
        List<PeerId> reversed = new ArrayList<>(cabal.members());
        Collections.reverse(reversed);
        assertThrows(IllegalArgumentException.class, () -> new Cabal(reversed));
        assertThrows(IllegalArgumentException.class, () -> new Cabal(List.of()));
    }
}
