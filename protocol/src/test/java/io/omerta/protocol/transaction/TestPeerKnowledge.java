package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerView;
import io.omerta.protocol.chain.PeerViews;
import io.omerta.protocol.chain.Sighting;
import io.omerta.protocol.chain.VerifiedSegment;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What a node of a test knows of others: what the test has told it. */
final class TestPeerKnowledge implements PeerKnowledge, SeenChains {
    private PeerViews views;
    private final NodeIdentity identity;
    private final TreeMap<PeerId, Long> balances = new TreeMap<>();
    private final TreeMap<Hash, ChainSegment> chains = new TreeMap<>();

    TestPeerKnowledge(NodeIdentity identity) {
        this.identity = identity;
        this.views = new PeerViews(1000, identity.hasher(), identity.verifier());
    }

    void meet(Block head, long nowMillis) {
        views.observe(head.signedHeader(identity.hasher()), nowMillis);
    }

    void learnChain(Chain chain) {
        chains.put(chain.checkpoint().hash(), chain.page(chain.firstHeight(), chain.height()));
    }

    @Override
    public Sighting observe(VerifiedSegment segment, long nowMillis) {
        chains.put(segment.checkpoint().hash(), new ChainSegment(segment.blocks()));
        return views.observe(segment, nowMillis);
    }

    void forgetChains() {
        chains.clear();
    }

    void forgetViews() {
        views = new PeerViews(1000, identity.hasher(), identity.verifier());
    }

    void learnBalance(PeerId peer, long micros) {
        balances.put(peer, micros);
    }

    @Override
    public Optional<PeerView> view(PeerId peer) {
        return views.view(peer);
    }

    @Override
    public OptionalLong balanceMicros(PeerId peer) {
        Long micros = balances.get(peer);
        return micros == null ? OptionalLong.empty() : OptionalLong.of(micros);
    }

    @Override
    public OptionalLong trustMilli(PeerId peer) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<ChainSegment> chainUpTo(PeerId owner, Hash head) {
        return Optional.ofNullable(chains.get(head))
                .filter(segment -> segment.blocks().get(0).owner().equals(owner));
    }
}
