package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sent to every neighbour now and then. Not signed as a whole: the transport says whom it is from, and what it brings is
 * signed by those who stand for it.
 *
 * @param sender who sends it
 * @param head of the sender's chain, or null if it has none
 * @param timeMillis by the sender's clock
 * @param items news; at most {@link GossipParameters#ITEMS_PER_KEEPALIVE_MAX}
 */
record Keepalive(PeerId sender, @Nullable SignedHeader head, long timeMillis, List<GossipItem> items)
        implements GossipMessage {
    static final RecordCodec<Keepalive> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("KEEPALIVE", "sender", "my_chain_head", "timestamp", "items"),
                    List.of(
                            PEER_ID,
                            new TypeDescriptor.OptionalOf(SignedHeader.CODEC.type()),
                            TIMESTAMP,
                            new TypeDescriptor.ListOf(GossipItem.CODEC.type()))),
            GossipMessage.ENCODED_BYTES_MAX,
            Keepalive::toStruct,
            Keepalive::read);

    Keepalive {
        items = List.copyOf(items);
        GossipMessage.requireAtMost(GossipParameters.ITEMS_PER_KEEPALIVE_MAX, items, "items");
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                sender,
                head == null ? Value.Absent.INSTANCE : SignedHeader.CODEC.toStruct(head),
                new Value.Timestamp(timeMillis),
                GossipMessage.list(items, GossipItem.CODEC));
    }

    private static Keepalive read(List<Value> values) {
        Value head = values.get(1);
        return new Keepalive(
                (PeerId) values.get(0),
                head instanceof Value.Absent ? null : SignedHeader.CODEC.fromStruct(head),
                ((Value.Timestamp) values.get(2)).millis(),
                GossipMessage.read(values.get(3), GossipParameters.ITEMS_PER_KEEPALIVE_MAX, "items", GossipItem.CODEC));
    }
}
