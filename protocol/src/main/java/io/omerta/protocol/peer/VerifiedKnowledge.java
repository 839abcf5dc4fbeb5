package io.omerta.protocol.peer;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerView;
import io.omerta.protocol.chain.PeerViews;
import io.omerta.protocol.transaction.ChainFunds;
import io.omerta.protocol.transaction.ChainTrust;
import io.omerta.protocol.transaction.Incomes;
import io.omerta.protocol.transaction.PeerKnowledge;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a peer knows of others: the heads that they signed, and the chains that it has verified. */
final class VerifiedKnowledge implements PeerKnowledge {
    private final PeerViews views;
    private final KnownChains chains;
    private final ChainFunds funds;
    private final ChainTrust trust;
    private final Incomes incomes;

    VerifiedKnowledge(PeerViews views, KnownChains chains, ChainFunds funds, ChainTrust trust, Incomes incomes) {
        this.views = views;
        this.chains = chains;
        this.funds = funds;
        this.trust = trust;
        this.incomes = incomes;
    }

    @Override
    public Optional<PeerView> view(PeerId peer) {
        return views.view(peer);
    }

    @Override
    public OptionalLong balanceMicros(PeerId peer) {
        Chain chain = chains.chain(peer);
        if (chain == null) {
            return OptionalLong.empty();
        }
        List<Block> blocks = blocks(chain);
        // As of the last block: what falls back by time does so for all who know the chain, or for none.
        long asOfMillis = blocks.get(blocks.size() - 1).timeMillis();
        return funds.freeMicros(blocks, asOfMillis, incomes, session -> true);
    }

    @Override
    public OptionalLong trustMilli(PeerId peer) {
        Chain chain = chains.chain(peer);
        return chain == null ? OptionalLong.empty() : OptionalLong.of(trust.ownerMilli(blocks(chain)));
    }

    @Override
    public Optional<ChainSegment> chainUpTo(PeerId owner, Hash head) {
        return chains.upTo(owner, head);
    }

    private static List<Block> blocks(Chain chain) {
        List<Block> blocks = new ArrayList<>();
        for (long height = chain.firstHeight(); height <= chain.height(); height++) {
            @Nullable Block block = chain.blockAt(height);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
