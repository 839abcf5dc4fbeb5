package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;

import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** Proof that somebody signed what contradicts itself; {@link ItemRules#isProof} verifies it, with no further contact. */
public sealed interface ConflictProof {
    /** Carries proofs. */
    RecordCodec<ConflictProof> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("ConflictProof", "kind", "evidence"),
                    List.of(
                            new TypeDescriptor.EnumOf("ConflictKind", List.of("DOUBLE_LOCK", "FORK", "CONTRADICTION")),
                            BYTES)),
            ItemType.CONFLICT_PROOF.contentBytesMax(),
            ConflictProof::toStruct,
            ConflictProof::read);

    /** A consumer locked the same funds twice. */
    record DoubleLock(DoubleLockEvidence evidence) implements ConflictProof {
        @Override
        public PeerId principal() {
            return evidence.consumer();
        }
    }

    /** The owner of a chain signed two histories. */
    record Fork(ForkEvidence evidence) implements ConflictProof {
        @Override
        public PeerId principal() {
            return evidence.culprit();
        }
    }

    /** Somebody signed two different results of what is decided once. */
    record Contradiction(ContradictoryResults evidence) implements ConflictProof {
        @Override
        public PeerId principal() {
            return evidence.culprits().get(0);
        }
    }

    /** One who did it; the evidence may name more. */
    PeerId principal();

    /** The proof as an item. */
    default GossipItem toItem() {
        return new GossipItem(ItemType.CONFLICT_PROOF, ByteString.of(CODEC.encode(this)), List.of());
    }

    private static Struct toStruct(ConflictProof proof) {
        if (proof instanceof DoubleLock doubleLock) {
            return struct("DOUBLE_LOCK", DoubleLockEvidence.CODEC.encode(doubleLock.evidence()));
        }
        if (proof instanceof Fork fork) {
            return struct("FORK", ForkEvidence.CODEC.encode(fork.evidence()));
        }
        return struct("CONTRADICTION", ContradictoryResults.CODEC.encode(((Contradiction) proof).evidence()));
    }

    private static Struct struct(String kind, byte[] evidence) {
        return Struct.of(CODEC.type().shape(), new Value.EnumMember(kind), ByteString.of(evidence));
    }

    private static ConflictProof read(List<Value> values) {
        byte[] evidence = ((ByteString) values.get(1)).toByteArray();
        return switch (((Value.EnumMember) values.get(0)).name()) {
            case "DOUBLE_LOCK" -> new DoubleLock(require(DoubleLockEvidence.CODEC.parse(evidence)));
            case "FORK" -> new Fork(require(ForkEvidence.CODEC.parse(evidence)));
            default -> new Contradiction(require(ContradictoryResults.CODEC.parse(evidence)));
        };
    }

    private static <T> T require(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Unreadable<T> unreadable) {
            throw new IllegalArgumentException(unreadable.message());
        }
        return ((Parsed.Read<T>) parsed).record();
    }
}
