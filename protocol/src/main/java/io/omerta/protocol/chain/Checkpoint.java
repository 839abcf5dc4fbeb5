package io.omerta.protocol.chain;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/**
 * One block of a chain, by which a history can be referred to: the hash covers all blocks before it.
 *
 * @param owner of the chain
 * @param height of the block, at least 0
 * @param hash of the block
 */
public record Checkpoint(PeerId owner, long height, Hash hash) {
    public Checkpoint {
        if (height < 0) {
            throw new IllegalArgumentException("the height of a block is at least 0, but was " + height);
        }
    }
}
