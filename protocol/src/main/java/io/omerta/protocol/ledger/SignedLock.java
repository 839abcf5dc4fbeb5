package io.omerta.protocol.ledger;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.SIGNATURE;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** A lock with the signatures of its witnesses and of the consumer, who thereby asked for it. */
public record SignedLock(LockResult result, QuorumCertificate certificate, Signature consumer) {
    static final int ENCODED_BYTES_MAX = LockResult.ENCODED_BYTES_MAX + 160 * Cabal.MEMBERS_MAX + 256;

    public static final RecordCodec<SignedLock> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("SignedLock", "result", "certificate", "consumer_signature"),
                    List.of(LockResult.CODEC.type(), QuorumCertificate.TYPE, SIGNATURE)),
            ENCODED_BYTES_MAX,
            SignedLock::toStruct,
            SignedLock::read);

    /** Whether a quorum of the cabal and the consumer signed. */
    public boolean isSigned(Hasher hasher, Verifier verifier) {
        Hash hash = result.hash(hasher);
        return verifier.verify(result.reservation().consumer(), hash, consumer)
                && certificate.verify(result.cabal(), hash, verifier) == QuorumCertificate.Verdict.VALID;
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), LockResult.CODEC.toStruct(result), certificate.toValue(), consumer);
    }

    private static SignedLock read(List<Value> values) {
        return new SignedLock(
                LockResult.CODEC.fromStruct(values.get(0)), QuorumCertificate.fromValue(values.get(1)), (Signature)
                        values.get(2));
    }
}
