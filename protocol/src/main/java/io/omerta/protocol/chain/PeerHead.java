package io.omerta.protocol.chain;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of another peer's chain, as a peer records it in its own: the body of a block of type {@link #TYPE_NAME}. What
 * was recorded here binds the other to its history, and later names it where witnesses are to be drawn.
 *
 * @param head of the other peer's chain
 * @param timeMillis when it was seen, by the clock of who records it
 */
public record PeerHead(Checkpoint head, long timeMillis) {
    public static final String TYPE_NAME = "PEER_HASH";

    private static final StructShape SHAPE = StructShape.of(TYPE_NAME, "peer", "hash", "height", "timestamp");
    private static final TypedCodec CODEC =
            new TypedCodec(TYPE_NAME, new TypeDescriptor.StructOf(SHAPE, List.of(PEER_ID, HASH, UINT, TIMESTAMP)));

    /**
     * Whether a head is worth a block: it is not the one recorded last, and that was at least some time ago. Keeps a chain
     * from growing with the chatter of its neighbours.
     *
     * @param recorded of the same peer, or null if there is none
     * @param intervalMillis shortest time between two records of one peer
     */
    public static boolean isDue(@Nullable PeerHead recorded, Checkpoint seen, long nowMillis, long intervalMillis) {
        return recorded == null || (!recorded.head.equals(seen) && nowMillis - recorded.timeMillis >= intervalMillis);
    }

    /** The record in a block, if the block is of this type. */
    public static Optional<PeerHead> in(Block block) {
        if (CODEC.check(block.body()) != null) {
            return Optional.empty();
        }
        List<Value> values = block.body().values();
        Checkpoint head =
                new Checkpoint((PeerId) values.get(0), ((Value.Int) values.get(2)).value(), (Hash) values.get(1));
        return Optional.of(new PeerHead(head, ((Value.Timestamp) values.get(3)).millis()));
    }

    /** The body of the block that records this. */
    public Struct toBody() {
        return Struct.of(
                SHAPE, head.owner(), head.hash(), new Value.Int(head.height()), new Value.Timestamp(timeMillis));
    }
}
