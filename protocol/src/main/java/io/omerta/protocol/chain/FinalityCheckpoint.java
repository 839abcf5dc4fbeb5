package io.omerta.protocol.chain;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** A statement with its signatures: blocks before it may be pruned, and verification may begin at it. */
public record FinalityCheckpoint(FinalityStatement statement, QuorumCertificate certificate) {
    public static final RecordCodec<FinalityCheckpoint> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("FinalityCheckpoint", "statement", "certificate"),
                    List.of(FinalityStatement.CODEC.type(), QuorumCertificate.TYPE)),
            200 * Cabal.MEMBERS_MAX + 1024,
            FinalityCheckpoint::toStruct,
            FinalityCheckpoint::read);

    /** Whether a quorum of the cabal that the statement names signed it. */
    public QuorumCertificate.Verdict verify(Hasher hasher, Verifier verifier) {
        return certificate.verify(statement.cabal(), statement.hash(hasher), verifier);
    }

    /** Where the verification of a chain begins that was pruned here, once this checkpoint is verified. */
    public Anchor anchor() {
        return new Anchor.From(statement.block());
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), FinalityStatement.CODEC.toStruct(statement), certificate.toValue());
    }

    private static FinalityCheckpoint read(List<Value> values) {
        return new FinalityCheckpoint(
                FinalityStatement.CODEC.fromStruct(values.get(0)), QuorumCertificate.fromValue(values.get(1)));
    }
}
