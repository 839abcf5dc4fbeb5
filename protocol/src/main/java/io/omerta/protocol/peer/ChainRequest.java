package io.omerta.protocol.peer;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * Asks for the blocks of a chain from a height on, as many as fit into one page.
 *
 * @param owner of the chain; whoever knows it may answer
 */
record ChainRequest(PeerId owner, long fromHeight) {
    static final int ENCODED_BYTES_MAX = 128;

    static final RecordCodec<ChainRequest> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("CHAIN_REQUEST", "owner", "from_height"), List.of(PEER_ID, UINT)),
            ENCODED_BYTES_MAX,
            request ->
                    Struct.of(ChainRequest.CODEC.type().shape(), request.owner(), new Value.Int(request.fromHeight())),
            values -> new ChainRequest((PeerId) values.get(0), ((Value.Int) values.get(1)).value()));
}
