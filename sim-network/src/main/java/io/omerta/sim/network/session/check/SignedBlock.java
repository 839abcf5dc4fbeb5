package io.omerta.sim.network.session.check;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import org.jspecify.annotations.Nullable;

/**
 * An honest node signed a block of its chain.
 *
 * @param timeNanos virtual time
 */
public record SignedBlock(long timeNanos, int node, PeerId peer, Block block) {
    /** The session that the block is about, or null if it is about none. */
    public @Nullable Hash session() {
        return block.body().get("session_id") instanceof Hash session ? session : null;
    }

    /** A number in the block, 0 if there is none of that name. */
    public long number(String field) {
        return block.body().get(field) instanceof Value.Int number ? number.value() : 0;
    }

    @Override
    public String toString() {
        return "node " + node + ", block " + block.height() + " " + block.type();
    }
}
