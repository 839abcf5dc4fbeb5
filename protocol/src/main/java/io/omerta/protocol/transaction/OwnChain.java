package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The chain of a node, with what must be found in it quickly. Mutable; owned by one machine. */
public final class OwnChain {
    private final Signer signer;
    private final Hasher hasher;
    private final TreeMap<Hash, Long> heights = new TreeMap<>();
    private final TreeMap<PeerId, List<PeerHead>> heads = new TreeMap<>();
    private final HeldFunds held = new HeldFunds();
    private final LastChecks lastChecks = new LastChecks();
    private Chain chain;

    /** @param chain of the signer */
    OwnChain(Chain chain, Signer signer, Hasher hasher) {
        this.chain = chain;
        this.signer = signer;
        this.hasher = hasher;
        for (long height = chain.firstHeight(); height <= chain.height(); height++) {
            Block block = chain.blockAt(height);
            if (block != null) {
                index(block, block.header(hasher).hash(hasher));
            }
        }
    }

    /** The chain as it is now. */
    public Chain chain() {
        return chain;
    }

    /** What this node has promised to witness of others' funds. */
    public HeldFunds held() {
        return held;
    }

    /** The checks of others that this node has taken part in. */
    LastChecks lastChecks() {
        return lastChecks;
    }

    void append(Struct body, long nowMillis) {
        chain = chain.append(body, nowMillis, signer, hasher);
        index(chain.head(), chain.checkpoint().hash());
    }

    private void index(Block block, Hash hash) {
        heights.put(hash, block.height());
        PeerHead.in(block).ifPresent(head -> heads.computeIfAbsent(head.head().owner(), peer -> new ArrayList<>())
                .add(head));
        held.observe(block);
        lastChecks.observe(block);
    }

    /** Whether a block of that hash is kept. */
    public boolean contains(Hash hash) {
        return heights.containsKey(hash);
    }

    /** The height of the kept block of a hash. */
    OptionalLong heightOf(Hash hash) {
        Long height = heights.get(hash);
        return height == null ? OptionalLong.empty() : OptionalLong.of(height);
    }

    /** The peers whose heads are recorded, in rising order. */
    List<PeerId> recordedPeers() {
        return List.copyOf(heads.keySet());
    }

    /** The newest head of a peer that was recorded at a time or before. */
    public Optional<PeerHead> recordedHead(PeerId peer, long notAfterMillis) {
        List<PeerHead> recorded = heads.getOrDefault(peer, List.of());
        for (int i = recorded.size() - 1; i >= 0; i--) {
            if (recorded.get(i).timeMillis() <= notAfterMillis) {
                return Optional.of(recorded.get(i));
            }
        }
        return Optional.empty();
    }

    /** The blocks up to that of a hash, or null if there is none or they are too many for one segment. */
    @Nullable
    ChainSegment upTo(Hash hash) {
        Long height = heights.get(hash);
        if (height == null) {
            return null;
        }
        ChainSegment segment = chain.page(chain.firstHeight(), height);
        return segment.blocks().get(segment.blocks().size() - 1).height() == height ? segment : null;
    }
}
