package io.omerta.protocol.chain;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a peer signed two histories: two headers of its chain, of which it signed both and of which at most one can be
 * in any one chain. Whoever can verify signatures can verify it, with no further contact. A peer that keeps its journal
 * gives no such proof, whatever the network does.
 *
 * @param first of the lower height; at one height, of the lower hash
 * @param second contradicts the first
 */
public record ForkEvidence(SignedHeader first, SignedHeader second) {
    private static final HashDomain DOMAIN = HashDomain.of("omerta.evidence.fork");

    public static final RecordCodec<ForkEvidence> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("ForkEvidence", "first", "second"),
                    List.of(SignedHeader.CODEC.type(), SignedHeader.CODEC.type())),
            2 * SignedHeader.ENCODED_BYTES_MAX + 128,
            ForkEvidence::toStruct,
            ForkEvidence::read);

    /** The evidence that two headers are, in whichever order they are given, or nothing if one chain can have both. */
    public static Optional<ForkEvidence> between(SignedHeader one, SignedHeader other, Hasher hasher) {
        boolean inOrder = one.header().height() != other.header().height()
                ? one.header().height() < other.header().height()
                : one.header().hash(hasher).compareTo(other.header().hash(hasher)) <= 0;
        ForkEvidence evidence = inOrder ? new ForkEvidence(one, other) : new ForkEvidence(other, one);
        return evidence.isContradiction(hasher) ? Optional.of(evidence) : Optional.empty();
    }

    /** Who is proved to have signed two histories. */
    public PeerId culprit() {
        return first.header().owner();
    }

    /** Whether this proves what it claims: a contradiction, in canonical order, of which the culprit signed both sides. */
    public boolean isProof(Hasher hasher, Verifier verifier) {
        return isContradiction(hasher)
                && first.isSignedByOwner(hasher, verifier)
                && second.isSignedByOwner(hasher, verifier);
    }

    /** The same for every proof by these two headers: without the signatures, of which one header may have several. */
    public Hash identity(Hasher hasher) {
        return hasher.hash(
                DOMAIN,
                ValueList.of(first.header().hash(hasher), second.header().hash(hasher)));
    }

    /**
     * At one height two different blocks; or a block whose predecessor the owner also signed, as another one. The second
     * finds a fork where only one block of one branch is known.
     */
    private boolean isContradiction(Hasher hasher) {
        BlockHeader one = first.header();
        BlockHeader other = second.header();
        if (!one.owner().equals(other.owner())) {
            return false;
        }
        Hash hash = one.hash(hasher);
        if (other.height() == one.height()) {
            return hash.compareTo(other.hash(hasher)) < 0;
        }
        return other.height() == one.height() + 1 && !other.previous().equals(hash);
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), SignedHeader.CODEC.toStruct(first), SignedHeader.CODEC.toStruct(second));
    }

    private static ForkEvidence read(List<Value> values) {
        return new ForkEvidence(
                SignedHeader.CODEC.fromStruct(values.get(0)), SignedHeader.CODEC.fromStruct(values.get(1)));
    }
}
