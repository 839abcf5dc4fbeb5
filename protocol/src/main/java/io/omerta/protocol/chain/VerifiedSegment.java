package io.omerta.protocol.chain;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.List;

/** Blocks that follow one another in one chain and are signed by its owner. Made by {@link SegmentVerifier} alone. */
public final class VerifiedSegment {
    private final ChainSegment segment;
    private final List<Hash> hashes;

    VerifiedSegment(ChainSegment segment, List<Hash> hashes) {
        this.segment = segment;
        this.hashes = List.copyOf(hashes);
    }

    public PeerId owner() {
        return segment.blocks().get(0).owner();
    }

    /** At least one, unmodifiable. */
    public List<Block> blocks() {
        return segment.blocks();
    }

    /** The hash of the block at an index. */
    public Hash hash(int index) {
        return hashes.get(index);
    }

    /** The last block. */
    public Block head() {
        return blocks().get(blocks().size() - 1);
    }

    /** The last block, as others may refer to it. */
    public Checkpoint checkpoint() {
        return new Checkpoint(owner(), head().height(), hashes.get(hashes.size() - 1));
    }

    /** Whether a block is one of this segment. */
    public boolean contains(Checkpoint block) {
        long index = block.height() - blocks().get(0).height();
        return block.owner().equals(owner())
                && index >= 0
                && index < hashes.size()
                && hashes.get((int) index).equals(block.hash());
    }
}
