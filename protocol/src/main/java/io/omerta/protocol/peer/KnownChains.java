package io.omerta.protocol.peer;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.VerifiedSegment;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chains of others, verified from their first blocks on. Bounded in number and in bytes of each; the one that was not
 * used for longest gives way. Mutable; owned by one machine.
 */
final class KnownChains {
    private static final class Known {
        Chain chain;
        long bytes;

        /** Hashes by height, for who names a block by its hash. */
        final List<Hash> hashes = new ArrayList<>();

        Known(Chain chain) {
            this.chain = chain;
        }
    }

    private final int chainsMax;
    private final long chainBytesMax;
    private final Map<PeerId, Known> chains = new LinkedHashMap<>(16, 0.75f, true);

    KnownChains(int chainsMax, long chainBytesMax) {
        this.chainsMax = chainsMax;
        this.chainBytesMax = chainBytesMax;
    }

    /** As far as it is known, or null. */
    @Nullable
    Chain chain(PeerId owner) {
        Known known = chains.get(owner);
        return known == null ? null : known.chain;
    }

    /**
     * Adds blocks to a chain that they follow, or begins one with them.
     *
     * @return whether there was room for them
     */
    boolean add(VerifiedSegment segment) {
        long bytes =
                ChainSegment.CODEC.toStruct(new ChainSegment(segment.blocks())).encodedBytes();
        Known known = chains.get(segment.owner());
        if (bytes + (known == null ? 0 : known.bytes) > chainBytesMax) {
            return false;
        }
        if (known == null) {
            makeRoom();
            known = new Known(Chain.of(segment));
            chains.put(segment.owner(), known);
        } else {
            known.chain = known.chain.extended(segment);
        }
        known.bytes += bytes;
        for (int i = 0; i < segment.blocks().size(); i++) {
            known.hashes.add(segment.hash(i));
        }
        return true;
    }

    /** The height of the block of a hash, or -1. */
    long height(PeerId owner, Hash hash) {
        Known known = chains.get(owner);
        return known == null ? -1 : known.hashes.lastIndexOf(hash);
    }

    /** The chain up to the block of a hash, if it is known and short enough for one segment. */
    Optional<ChainSegment> upTo(PeerId owner, Hash hash) {
        Known known = chains.get(owner);
        long height = height(owner, hash);
        if (known == null || height < 0) {
            return Optional.empty();
        }
        ChainSegment segment = known.chain.page(0, height);
        return segment.blocks().size() == height + 1 ? Optional.of(segment) : Optional.empty();
    }

    private void makeRoom() {
        if (chains.size() == chainsMax) {
            Iterator<PeerId> oldest = chains.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
