package io.omerta.protocol.peer;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a {@link ChainRequest}.
 *
 * @param owner as asked for
 * @param fromHeight as asked for
 * @param blocks from that height on, or null if the sender has none
 */
record ChainPage(PeerId owner, long fromHeight, @Nullable ChainSegment blocks) {
    static final RecordCodec<ChainPage> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("CHAIN_PAGE", "owner", "from_height", "blocks"),
                    List.of(PEER_ID, UINT, new TypeDescriptor.OptionalOf(ChainSegment.CODEC.type()))),
            ChainSegment.ENCODED_BYTES_MAX + 256,
            ChainPage::toStruct,
            ChainPage::read);

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                owner,
                new Value.Int(fromHeight),
                blocks == null ? Value.Absent.INSTANCE : ChainSegment.CODEC.toStruct(blocks));
    }

    private static ChainPage read(List<Value> values) {
        Value blocks = values.get(2);
        return new ChainPage(
                (PeerId) values.get(0),
                ((Value.Int) values.get(1)).value(),
                blocks instanceof Value.Absent ? null : ChainSegment.CODEC.fromStruct(blocks));
    }
}
