package io.omerta.protocol.chain;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.SIGNATURE;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * A header with the signature of its owner, as peers tell each other the heads of their chains. The owner thereby stands
 * for this block and, through the hash of the previous one, for one history before it.
 */
public record SignedHeader(BlockHeader header, Signature signature) {
    static final int ENCODED_BYTES_MAX = BlockHeader.ENCODED_BYTES_MAX + 128;

    public static final RecordCodec<SignedHeader> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("SignedHeader", "header", "signature"),
                    List.of(BlockHeader.CODEC.type(), SIGNATURE)),
            ENCODED_BYTES_MAX,
            SignedHeader::toStruct,
            SignedHeader::read);

    /** Whether the owner of the chain signed the header. */
    public boolean isSignedByOwner(Hasher hasher, Verifier verifier) {
        return verifier.verify(header.owner(), header.hash(hasher), signature);
    }

    public Checkpoint checkpoint(Hasher hasher) {
        return new Checkpoint(header.owner(), header.height(), header.hash(hasher));
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), BlockHeader.CODEC.toStruct(header), signature);
    }

    private static SignedHeader read(List<Value> values) {
        return new SignedHeader(BlockHeader.CODEC.fromStruct(values.get(0)), (Signature) values.get(1));
    }
}
