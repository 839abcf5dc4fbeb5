package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * What must survive a crash: what this peer told others, who may know it from nobody else, and the proofs that it holds,
 * because those accused have reason to make it forget. Everything else comes back by comparing with a neighbour.
 *
 * @param receivedMillis from when on the item is kept
 */
record JournalEntry(long receivedMillis, GossipItem item) {
    static final RecordCodec<JournalEntry> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("GossipEntry", "received_at", "item"), List.of(TIMESTAMP, GossipItem.CODEC.type())),
            GossipItem.ENCODED_BYTES_MAX + 64,
            JournalEntry::toStruct,
            JournalEntry::read);

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), new Value.Timestamp(receivedMillis), GossipItem.CODEC.toStruct(item));
    }

    private static JournalEntry read(List<Value> values) {
        return new JournalEntry(((Value.Timestamp) values.get(0)).millis(), GossipItem.CODEC.fromStruct(values.get(1)));
    }
}
