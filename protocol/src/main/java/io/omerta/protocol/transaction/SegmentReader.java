package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Anchor;
import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.SegmentVerdict;
import io.omerta.protocol.chain.SegmentVerifier;
import io.omerta.protocol.chain.VerifiedSegment;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads chains of others that travel in messages. What does not verify from the first block on says nothing. Remembers the
 * last few, because one step asks several questions about the same bytes. Not for use by several threads.
 */
final class SegmentReader {
    private final SegmentVerifier verifier;
    private final int rememberedMax;
    private final Map<ByteString, Optional<VerifiedSegment>> known = new LinkedHashMap<>(16, 0.75f, true);

    /** @param rememberedMax at least 1 */
    SegmentReader(Hasher hasher, Verifier verifier, int rememberedMax) {
        this.verifier = new SegmentVerifier(hasher, verifier);
        this.rememberedMax = rememberedMax;
    }

    /** The segment, if all of it is right. */
    Optional<VerifiedSegment> read(ByteString bytes) {
        Optional<VerifiedSegment> segment = known.get(bytes);
        if (segment == null) {
            segment = verify(bytes);
            if (known.size() == rememberedMax) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(bytes, segment);
        }
        return segment;
    }

    /** The blocks of a right segment up to that of a hash. */
    Optional<List<Block>> upTo(ByteString bytes, Hash hash) {
        return read(bytes).flatMap(segment -> upTo(segment, hash));
    }

    static Optional<List<Block>> upTo(VerifiedSegment segment, Hash hash) {
        for (int i = 0; i < segment.blocks().size(); i++) {
            if (segment.hash(i).equals(hash)) {
                return Optional.of(segment.blocks().subList(0, i + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<VerifiedSegment> verify(ByteString bytes) {
        if (ChainSegment.CODEC.parse(bytes) instanceof Parsed.Read<ChainSegment> read) {
            ChainSegment segment = read.record();
            Anchor genesis = new Anchor.Genesis(segment.blocks().get(0).owner());
            if (verifier.verify(segment, genesis) instanceof SegmentVerdict.Valid valid) {
                return Optional.of(valid.segment());
            }
        }
        return Optional.empty();
    }
}
