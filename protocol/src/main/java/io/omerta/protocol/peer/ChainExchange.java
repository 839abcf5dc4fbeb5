package io.omerta.protocol.peer;

import io.omerta.protocol.chain.Anchor;
import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.PeerViews;
import io.omerta.protocol.chain.SegmentVerdict;
import io.omerta.protocol.chain.SegmentVerifier;
import io.omerta.protocol.chain.Sighting;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.gossip.TokenBucket;
import io.omerta.protocol.wire.PeerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the chains of others, page by page, and gives out pages of the own chain and of those that are known. A page is
 * kept only if it was asked for and follows what was verified before, so that it may come from anybody. One chain is fetched
 * from one peer at a time; who does not answer, or falsely, is passed over.
 */
final class ChainExchange {
    /** What the exchange needs of the peer that it is part of. */
    interface Surroundings {
        Chain ownChain();

        void send(PeerId to, Frame.Kind kind, byte[] payload);

        /** More of a chain is known. */
        void extended(PeerId owner, long nowMillis);

        void forked(ForkEvidence evidence);

        void refused(PeerRefusal reason, String detail);
    }

    /** A chain that is being fetched. */
    private static final class Fetch {
        final List<PeerId> sources;
        int source;
        long fromHeight;
        long toHeight;
        long askedMillis;

        Fetch(List<PeerId> sources, long toHeight) {
            this.sources = List.copyOf(sources);
            this.toHeight = toHeight;
        }
    }

    /** Pages that one peer may ask for, per second in the long run and at once. */
    private static final int PAGES_PER_SECOND = 4;

    private static final int PAGES_AT_ONCE = 64;

    private final PeerLimits limits;
    private final KnownChains chains;
    private final PeerViews views;
    private final SegmentVerifier segments;
    private final Hasher hasher;
    private final Map<PeerId, Fetch> fetches = new LinkedHashMap<>();
    private final Map<PeerId, TokenBucket> askers = new LinkedHashMap<>(16, 0.75f, true);

    ChainExchange(PeerLimits limits, KnownChains chains, PeerViews views, Hasher hasher, Verifier verifier) {
        this.limits = limits;
        this.chains = chains;
        this.views = views;
        this.segments = new SegmentVerifier(hasher, verifier);
        this.hasher = hasher;
    }

    /**
     * Fetches a chain up to a height, unless it is known so far.
     *
     * @param sources whom to ask, one after another; at least one
     */
    void fetch(PeerId owner, long toHeight, List<PeerId> sources, long nowMillis, Surroundings peer) {
        Chain known = chains.chain(owner);
        Fetch running = fetches.get(owner);
        if (running != null) {
            running.toHeight = Math.max(running.toHeight, toHeight);
        } else if ((known == null || known.height() < toHeight) && fetches.size() < limits.fetchesMax()) {
            Fetch fetch = new Fetch(sources, toHeight);
            fetches.put(owner, fetch);
            ask(owner, fetch, nowMillis, peer);
        }
    }

    private void ask(PeerId owner, Fetch fetch, long nowMillis, Surroundings peer) {
        Chain known = chains.chain(owner);
        fetch.fromHeight = known == null ? 0 : known.height() + 1;
        fetch.askedMillis = nowMillis;
        byte[] request = ChainRequest.CODEC.encode(new ChainRequest(owner, fetch.fromHeight));
        peer.send(fetch.sources.get(fetch.source), Frame.Kind.CHAIN_REQUEST, request);
    }

    /** Asks others in place of those who have not answered in time. */
    void passOverTheSilent(long nowMillis, Surroundings peer) {
        for (Map.Entry<PeerId, Fetch> entry : List.copyOf(fetches.entrySet())) {
            if (nowMillis - entry.getValue().askedMillis >= limits.requestMillis()) {
                passOver(entry.getKey(), entry.getValue(), nowMillis, peer);
            }
        }
    }

    private void passOver(PeerId owner, Fetch fetch, long nowMillis, Surroundings peer) {
        fetch.source++;
        if (fetch.source < fetch.sources.size()) {
            ask(owner, fetch, nowMillis, peer);
        } else {
            fetches.remove(owner);
        }
    }

    void receiveRequest(PeerId from, byte[] payload, long nowMillis, Surroundings peer) {
        if (!mayAsk(from, nowMillis)) {
            peer.refused(PeerRefusal.OVER_RATE, "pages of chains");
        } else if (ChainRequest.CODEC.parse(payload) instanceof Parsed.Read<ChainRequest> read) {
            ChainRequest request = read.record();
            Chain own = peer.ownChain();
            Chain chain = own.owner().equals(request.owner()) ? own : chains.chain(request.owner());
            ChainPage page = page(request, chain);
            peer.send(from, Frame.Kind.CHAIN_PAGE, ChainPage.CODEC.encode(page));
        } else {
            peer.refused(PeerRefusal.MALFORMED, "request for blocks");
        }
    }

    private static ChainPage page(ChainRequest request, @Nullable Chain chain) {
        boolean has =
                chain != null && request.fromHeight() >= chain.firstHeight() && request.fromHeight() <= chain.height();
        return new ChainPage(
                request.owner(),
                request.fromHeight(),
                has && chain != null ? chain.page(request.fromHeight(), chain.height()) : null);
    }

    private boolean mayAsk(PeerId from, long nowMillis) {
        TokenBucket bucket = askers.get(from);
        if (bucket == null) {
            if (askers.size() >= limits.peersMax()) {
                askers.remove(askers.keySet().iterator().next());
            }
            bucket = new TokenBucket(PAGES_PER_SECOND, PAGES_AT_ONCE, nowMillis);
            askers.put(from, bucket);
        }
        return bucket.take(nowMillis);
    }

    void receivePage(PeerId from, byte[] payload, long nowMillis, Surroundings peer) {
        if (fetches.isEmpty()) {
            peer.refused(PeerRefusal.UNASKED, "page of a chain");
            return;
        }
        if (!(ChainPage.CODEC.parse(payload) instanceof Parsed.Read<ChainPage> read)) {
            peer.refused(PeerRefusal.MALFORMED, "page of a chain");
            return;
        }
        ChainPage page = read.record();
        Fetch fetch = fetches.get(page.owner());
        if (fetch == null || !fetch.sources.get(fetch.source).equals(from) || fetch.fromHeight != page.fromHeight()) {
            peer.refused(PeerRefusal.UNASKED, "page of a chain");
        } else if (page.blocks() == null) {
            passOver(page.owner(), fetch, nowMillis, peer);
        } else {
            take(page, fetch, nowMillis, peer);
        }
    }

    private void take(ChainPage page, Fetch fetch, long nowMillis, Surroundings peer) {
        PeerId owner = page.owner();
        if (page.blocks() == null) {
            return;
        }
        SegmentVerdict verdict = segments.verify(page.blocks(), anchor(owner));
        if (!(verdict instanceof SegmentVerdict.Valid valid)) {
            peer.refused(PeerRefusal.FALSE_PAGE, ((SegmentVerdict.Invalid) verdict).message());
            lookForFork(page.blocks().blocks().get(0), nowMillis, peer);
            passOver(owner, fetch, nowMillis, peer);
            return;
        }
        if (!chains.add(valid.segment())) {
            peer.refused(PeerRefusal.CHAIN_TOO_LONG, "chain of " + owner);
            fetches.remove(owner);
            return;
        }
        if (views.observe(valid.segment(), nowMillis) instanceof Sighting.Forked forked) {
            peer.forked(forked.evidence());
        }
        if (valid.segment().head().height() < fetch.toHeight) {
            ask(owner, fetch, nowMillis, peer);
        } else {
            fetches.remove(owner);
        }
        peer.extended(owner, nowMillis);
    }

    private Anchor anchor(PeerId owner) {
        Chain known = chains.chain(owner);
        return known == null
                ? new Anchor.Genesis(owner)
                : new Anchor.After(known.checkpoint(), known.head().timeMillis());
    }

    /** A page that does not follow what its owner signed before may be another history of the same owner. */
    private void lookForFork(Block first, long nowMillis, Surroundings peer) {
        if (views.observe(first.signedHeader(hasher), nowMillis) instanceof Sighting.Forked forked) {
            peer.forked(forked.evidence());
        }
    }
}
