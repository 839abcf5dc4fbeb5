package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.QuorumCertificate.Endorsement;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.TreeSet;

/**
 * Who has to sign what, for a result to count.
 *
 * @param message the hash that all of them sign
 * @param cabal a quorum of whom must sign
 * @param parties who must sign each
 */
record Signing(Hash message, Cabal cabal, List<PeerId> parties) {
    Signing {
        parties = List.copyOf(parties);
    }

    /** Whether all signatures that there can be fit into one certificate. */
    static boolean isWithinBounds(Cabal cabal, List<PeerId> parties) {
        TreeSet<PeerId> signers = new TreeSet<>(cabal.members());
        signers.addAll(parties);
        return signers.size() <= Cabal.MEMBERS_MAX;
    }

    /** Whether these are enough signatures, and all of them true and of those who may sign. */
    boolean isMetBy(QuorumCertificate signatures, Verifier verifier) {
        List<Endorsement> endorsements = signatures.endorsements();
        List<PeerId> signers = endorsements.stream().map(Endorsement::signer).toList();
        return signers.containsAll(parties)
                && signers.stream().filter(cabal::contains).count() >= cabal.quorum()
                && areTrue(endorsements, verifier);
    }

    /** Whether signatures are of those who may sign, and true. */
    boolean areTrue(List<Endorsement> endorsements, Verifier verifier) {
        return endorsements.stream()
                .allMatch(endorsement -> mayBeSignedBy(endorsement.signer())
                        && verifier.verify(endorsement.signer(), message, endorsement.signature()));
    }

    private boolean mayBeSignedBy(PeerId peer) {
        return parties.contains(peer) || cabal.contains(peer);
    }
}
