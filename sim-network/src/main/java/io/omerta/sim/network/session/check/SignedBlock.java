package io.omerta.sim.network.session.check;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import org.jspecify.annotations.Nullable;

/**
 * An honest node signed a block of its chain.
 *
 * @param timeNanos virtual time
 */
public record SignedBlock(long timeNanos, int node, PeerId peer, Block block) {
    /** How an escrow is divided, micro-credits. */
    record Settled(long escrowMicros, long paymentMicros, long burnMicros, long refundMicros) {}

    /** The session that the block is about, or null if it is about none. */
    public @Nullable Hash session() {
        return block.body().get("session_id") instanceof Hash session ? session : null;
    }

    /** A number in the block, 0 if there is none of that name. */
    public long number(String field) {
        return number(block.body(), field);
    }

    /** The settlement in the block, or null if there is none. */
    @Nullable
    Settled settlement() {
        if (!(block.body().get("settlement") instanceof Struct settlement)) {
            return null;
        }
        return new Settled(
                number(settlement, "escrow"),
                number(settlement, "payment"),
                number(settlement, "burn"),
                number(settlement, "refund"));
    }

    private static long number(Struct struct, String field) {
        return struct.get(field) instanceof Value.Int number ? number.value() : 0;
    }

    @Override
    public String toString() {
        return "node " + node + ", block " + block.height() + " " + block.type();
    }
}
