package io.omerta.protocol.trust;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Draws witnesses so that each party can repeat the draw, and none can choose the outcome: the seed comes from nonces to
 * which both committed before they saw the other's.
 */
public final class WitnessSelection {
    private static final HashDomain DOMAIN = HashDomain.of("omerta.witness.selection");

    private WitnessSelection() {}

    /** The seed of a session's draw. */
    public static Hash seed(Hasher hasher, Hash session, ByteString providerNonce, ByteString consumerNonce) {
        return hasher.hash(DOMAIN, ValueList.of(session, providerNonce, consumerNonce));
    }

    /**
     * Draws as many of high trust as there must be, then from all who are left. What is drawn after the witnesses are the
     * reserves.
     *
     * @param excluded the parties, and whoever draws
     */
    public static Selection draw(Hash seed, Candidates candidates, Collection<PeerId> excluded, SelectionRules rules) {
        List<Candidate> eligible = candidates.eligible(excluded, rules).all();
        List<PeerId> highTrust = eligible.stream()
                .filter(candidate -> candidate.trustMilli() >= rules.highTrustMilli())
                .map(Candidate::peer)
                .toList();
        if (eligible.size() < rules.candidatesMin() || highTrust.size() < rules.highTrustMin()) {
            return new Selection.TooFew(eligible.size(), highTrust.size(), rules);
        }
        SeededSampling sampling = new SeededSampling(seed);
        List<PeerId> drawn = new ArrayList<>(sampling.sample(highTrust, rules.highTrustMin()));
        List<PeerId> rest =
                new ArrayList<>(eligible.stream().map(Candidate::peer).toList());
        rest.removeAll(drawn);
        drawn.addAll(sampling.sample(rest, rest.size()));
        return new Selection.Drawn(
                drawn.subList(0, rules.witnessCount()), drawn.subList(rules.witnessCount(), drawn.size()));
    }
}
