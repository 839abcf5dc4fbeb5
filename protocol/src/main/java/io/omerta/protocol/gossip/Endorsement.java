package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.SIGNATURE;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * One peer's signature for an item.
 *
 * @param statement canonical encoding of what a witness signed, such as its vote, which names the result by its hash and
 *     says what is the witness's own; empty if the result itself was signed
 */
public record Endorsement(PeerId signer, ByteString statement, Signature signature) {
    /** Longest statement. */
    static final int STATEMENT_BYTES_MAX = 384;

    static final RecordCodec<Endorsement> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("Endorsement", "signer", "statement", "signature"),
                    List.of(PEER_ID, BYTES, SIGNATURE)),
            STATEMENT_BYTES_MAX + 256,
            Endorsement::toStruct,
            Endorsement::read);

    /** The statement of who signed the result itself. */
    static final ByteString NOTHING = ByteString.of(new byte[0]);

    public Endorsement {
        if (statement.length() > STATEMENT_BYTES_MAX) {
            throw new IllegalArgumentException("a statement has at most " + STATEMENT_BYTES_MAX + " bytes, but "
                    + statement.length() + " were given");
        }
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), signer, statement, signature);
    }

    private static Endorsement read(List<Value> values) {
        return new Endorsement((PeerId) values.get(0), (ByteString) values.get(1), (Signature) values.get(2));
    }
}
