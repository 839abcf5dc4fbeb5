package io.omerta.protocol.ledger;

import io.omerta.protocol.chain.Anchor;
import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.chain.SegmentVerdict;
import io.omerta.protocol.chain.SegmentVerifier;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Proof that a consumer locked the same funds twice: two locks that it signed, that hold at the same time and that exceed
 * the balance of which neither is deducted. Whoever can verify signatures can verify it, with no further contact.
 *
 * <p>The balance of the second lock was computed up to a later head of the consumer's chain than that of the first, or up
 * to the same. If later, the blocks in between are part of the proof: they show that the first lock is not among them, and
 * hence not deducted. A consumer who records each lock before it signs the next gives no such proof.
 *
 * @param first whose head is the lower; at one height, of the lower session id
 * @param second exceeds, with the first, its own balance
 * @param between the blocks of the consumer after the head of the first lock, up to that of the second
 */
public record DoubleLockEvidence(SignedLock first, SignedLock second, List<Block> between) {
    /** The type of the block by which a consumer records a lock, with the session in the field {@code session_id}. */
    public static final String LOCK_BLOCK = "BALANCE_LOCK";

    private static final HashDomain DOMAIN = HashDomain.of("omerta.evidence.double_lock");

    public static final RecordCodec<DoubleLockEvidence> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("DoubleLockEvidence", "first", "second", "between"),
                    List.of(
                            SignedLock.CODEC.type(),
                            SignedLock.CODEC.type(),
                            new TypeDescriptor.ListOf(Block.CODEC.type()))),
            ChainSegment.ENCODED_BYTES_MAX + 2 * SignedLock.ENCODED_BYTES_MAX + 256,
            DoubleLockEvidence::toStruct,
            DoubleLockEvidence::read);

    public DoubleLockEvidence {
        between = List.copyOf(between);
        if (between.size() > ChainSegment.BLOCKS_MAX) {
            throw new IllegalArgumentException("at most " + ChainSegment.BLOCKS_MAX
                    + " blocks are between two locks, but " + between.size() + " were given");
        }
    }

    /**
     * The evidence that two locks are, in whichever order they are given, or nothing if both may hold or it takes other
     * blocks to tell. Signatures of the locks are not looked at; see {@link #isProof}.
     *
     * @param between blocks of the consumer after the lower of the two heads, up to the higher; empty if they are the same
     */
    public static Optional<DoubleLockEvidence> between(
            SignedLock one, SignedLock other, List<Block> between, Hasher hasher, Verifier verifier) {
        DoubleLockEvidence evidence = isInOrder(one, other)
                ? new DoubleLockEvidence(one, other, between)
                : new DoubleLockEvidence(other, one, between);
        return evidence.isContradiction(hasher, verifier) ? Optional.of(evidence) : Optional.empty();
    }

    /** Whether this proves what it claims. */
    public boolean isProof(Hasher hasher, Verifier verifier) {
        return isContradiction(hasher, verifier)
                && first.isSigned(hasher, verifier)
                && second.isSigned(hasher, verifier);
    }

    /** Those who did it: the consumer, and the witnesses who signed both locks. In rising order. */
    public List<PeerId> culprits() {
        TreeSet<PeerId> both = signers(first);
        both.retainAll(signers(second));
        both.add(first.result().reservation().consumer());
        return List.copyOf(both);
    }

    /** The same for every proof by these two locks, whoever of the witnesses signed. */
    public Hash identity(Hasher hasher) {
        return hasher.hash(
                DOMAIN,
                ValueList.of(first.result().hash(hasher), second.result().hash(hasher)));
    }

    private boolean isContradiction(Hasher hasher, Verifier verifier) {
        Reservation one = first.result().reservation();
        Reservation other = second.result().reservation();
        return one.consumer().equals(other.consumer())
                && !one.session().equals(other.session())
                && isInOrder(first, second)
                && one.overlaps(other)
                && one.micros() > second.result().balanceMicros() - other.micros()
                && isFirstNotDeducted(hasher, verifier);
    }

    private boolean isFirstNotDeducted(Hasher hasher, Verifier verifier) {
        Checkpoint from = first.result().consumerHead();
        Checkpoint to = second.result().consumerHead();
        if (between.isEmpty()) {
            return from.equals(to);
        }
        SegmentVerdict verdict =
                new SegmentVerifier(hasher, verifier).verify(new ChainSegment(between), new Anchor.After(from, 0));
        return verdict instanceof SegmentVerdict.Valid valid
                && valid.segment().checkpoint().equals(to)
                && between.stream().noneMatch(this::recordsFirst);
    }

    private boolean recordsFirst(Block block) {
        return block.type().equals(LOCK_BLOCK)
                && Objects.equals(
                        first.result().reservation().session(), block.body().get("session_id"));
    }

    private static boolean isInOrder(SignedLock one, SignedLock other) {
        int byHeight = Long.compare(
                one.result().consumerHead().height(),
                other.result().consumerHead().height());
        return byHeight != 0
                ? byHeight < 0
                : one.result()
                                .reservation()
                                .session()
                                .compareTo(other.result().reservation().session())
                        < 0;
    }

    private static TreeSet<PeerId> signers(SignedLock lock) {
        TreeSet<PeerId> signers = new TreeSet<>();
        lock.certificate().endorsements().stream()
                .map(QuorumCertificate.Endorsement::signer)
                .forEach(signers::add);
        return signers;
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                SignedLock.CODEC.toStruct(first),
                SignedLock.CODEC.toStruct(second),
                ValueList.of(between.stream().map(Block.CODEC::toStruct).toList()));
    }

    private static DoubleLockEvidence read(List<Value> values) {
        List<Block> between = new ArrayList<>();
        for (Value block : ((ValueList) values.get(2)).elements()) {
            between.add(Block.CODEC.fromStruct(block));
        }
        return new DoubleLockEvidence(
                SignedLock.CODEC.fromStruct(values.get(0)), SignedLock.CODEC.fromStruct(values.get(1)), between);
    }
}
