package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has to sign what, for a result to count.
 *
 * @param cabal a quorum of whom must sign, each a statement of its own
 * @param statements by witness, as far as they are known; each names the result
 * @param parties who must sign the result itself, with the hash that each signs
 */
record Signing(Cabal cabal, Map<PeerId, Struct> statements, Map<PeerId, Hash> parties) {
    /** What {@code signed} messages of protocol files are hashed for. */
    private static final HashDomain MESSAGE = HashDomain.of("omerta.message");

    Signing {
        statements = new TreeMap<>(statements);
        parties = new TreeMap<>(parties);
    }

    /** Whether nobody has two parts, and all signatures that there can be fit into one item. */
    static boolean isWithinBounds(Cabal cabal, Map<PeerId, Hash> parties) {
        return parties.keySet().stream().noneMatch(cabal::contains)
                && cabal.members().size() + parties.size() <= Cabal.MEMBERS_MAX;
    }

    /** Whether these are enough signatures, and all of them true and of those who may sign. */
    boolean isMetBy(List<Endorsement> endorsements, Hasher hasher, Verifier verifier) {
        List<PeerId> signers = endorsements.stream().map(Endorsement::signer).toList();
        return signers.containsAll(parties.keySet())
                && signers.stream().filter(cabal::contains).count() >= cabal.quorum()
                && areTrue(endorsements, hasher, verifier);
    }

    /** Whether signatures are of those who may sign, and true. */
    boolean areTrue(List<Endorsement> endorsements, Hasher hasher, Verifier verifier) {
        return endorsements.stream().allMatch(endorsement -> isTrue(endorsement, hasher, verifier));
    }

    private boolean isTrue(Endorsement endorsement, Hasher hasher, Verifier verifier) {
        PeerId signer = endorsement.signer();
        Hash party = parties.get(signer);
        if (party != null) {
            return endorsement.statement().length() == 0 && verifier.verify(signer, party, endorsement.signature());
        }
        Struct statement = statements.get(signer);
        return statement != null
                && cabal.contains(signer)
                && verifier.verify(signer, hasher.hash(MESSAGE, statement), endorsement.signature());
    }
}
