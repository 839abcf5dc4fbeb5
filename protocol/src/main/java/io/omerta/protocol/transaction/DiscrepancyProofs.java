package io.omerta.protocol.transaction;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;

import io.omerta.protocol.chain.Anchor;
import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainRule;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.chain.SegmentVerdict;
import io.omerta.protocol.chain.SegmentVerifier;
import io.omerta.protocol.chain.VerifiedSegment;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes and checks the proofs of discrepancies. There is one way to come to a discrepancy, from the proof: an auditor that
 * has found something goes it, and so does everybody whom the auditor tells. All that a proof holds is signed by the
 * culprit, or by the quorum that refutes it.
 *
 * <p>Not for use by several threads, unless hasher and verifier are.
 */
public final class DiscrepancyProofs {
    /** Longest proof: two blocks of any length, or a chain that is as short. */
    public static final int BYTES_MAX = 2 * Block.ENCODED_BYTES_MAX + 1024;

    /** What a consumer records of its funds. */
    private static final List<String> OF_CONSUMERS =
            List.of(EscrowReader.LOCK, EscrowReader.TOPUP, EscrowReader.RELEASE, SettlementReader.UNLOCK);

    private static final HashDomain FACT = HashDomain.of("omerta.evidence.audit");

    private record Refuted(StateStatement statement, ChainSegment chain) {
        static final RecordCodec<Refuted> CODEC = new RecordCodec<>(
                new TypeDescriptor.StructOf(
                        StructShape.of("RefutedStatement", "statement", "chain"),
                        List.of(StateStatement.CODEC.type(), BYTES)),
                BYTES_MAX,
                Refuted::toStruct,
                Refuted::read);

        private Struct toStruct() {
            return Struct.of(
                    CODEC.type().shape(),
                    StateStatement.CODEC.toStruct(statement),
                    ByteString.of(ChainSegment.CODEC.encode(chain)));
        }

        private static Refuted read(List<Value> values) {
            Parsed<ChainSegment> chain = ChainSegment.CODEC.parse(((ByteString) values.get(1)).toByteArray());
            if (chain instanceof Parsed.Read<ChainSegment> read) {
                return new Refuted(StateStatement.CODEC.fromStruct(values.get(0)), read.record());
            }
            throw new IllegalArgumentException(((Parsed.Unreadable<ChainSegment>) chain).message());
        }
    }

    private final EscrowReader escrows;
    private final SettlementReader settlements;
    private final ChainFunds funds;
    private final StateAnswers answers;
    private final SegmentVerifier segments;
    private final Hasher hasher;
    private final Verifier verifier;

    /**
     * @param escrow transaction 00, whose records are judged
     * @param settlement transaction 02
     */
    public DiscrepancyProofs(
            TransactionSpec escrow, TransactionSpec settlement, ChainTrust trust, Hasher hasher, Verifier verifier) {
        this.escrows = new EscrowReader(escrow, hasher, verifier);
        this.settlements = new SettlementReader(settlement, hasher, verifier);
        this.funds = new ChainFunds(escrow, settlement, hasher, verifier);
        this.answers = new StateAnswers(trust);
        this.segments = new SegmentVerifier(hasher, verifier);
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** Whether a discrepancy is what its proof shows, whoever says it. */
    public boolean isProof(Discrepancy discrepancy) {
        return find(discrepancy.kind(), discrepancy.proof()).equals(Optional.of(discrepancy));
    }

    /** What a proof of a kind shows, or nothing. */
    public Optional<Discrepancy> find(DiscrepancyKind kind, ByteString proof) {
        if (proof.length() > BYTES_MAX) {
            return Optional.empty();
        }
        return switch (kind) {
            case CHAIN_FORK -> fork(proof);
            case INVALID_BLOCK, VALUE_MISMATCH, DOUBLE_SPEND, COUNTERPARTY_MISMATCH -> ofBlocks(kind, proof);
            case ATTESTATION_FALSE -> refuted(proof);
        };
    }

    /** The fork that evidence shows, if it does. */
    Optional<Discrepancy> fork(ForkEvidence evidence) {
        return find(DiscrepancyKind.CHAIN_FORK, ByteString.of(ForkEvidence.CODEC.encode(evidence)));
    }

    /** What blocks show, if they do; they are in the order in which the kind reads them. */
    Optional<Discrepancy> of(DiscrepancyKind kind, List<Block> blocks) {
        if (blocks.size() > ChainSegment.BLOCKS_MAX) {
            return Optional.empty();
        }
        return find(kind, ByteString.of(ChainSegment.CODEC.encode(new ChainSegment(blocks))));
    }

    /** That a chain refutes a statement, if it does and is short enough to be shown. */
    Optional<Discrepancy> refuted(StateStatement statement, List<Block> chain) {
        if (chain.size() > ChainSegment.BLOCKS_MAX) {
            return Optional.empty();
        }
        Refuted refuted = new Refuted(statement, new ChainSegment(chain));
        return find(DiscrepancyKind.ATTESTATION_FALSE, ByteString.of(Refuted.CODEC.encode(refuted)));
    }

    private Optional<Discrepancy> fork(ByteString proof) {
        return ForkEvidence.CODEC.parse(proof.toByteArray()) instanceof Parsed.Read<ForkEvidence> read
                        && read.record().isProof(hasher, verifier)
                ? Optional.of(new Discrepancy(
                        DiscrepancyKind.CHAIN_FORK,
                        read.record().culprit(),
                        read.record().identity(hasher),
                        proof))
                : Optional.empty();
    }

    private Optional<Discrepancy> ofBlocks(DiscrepancyKind kind, ByteString proof) {
        if (!(ChainSegment.CODEC.parse(proof.toByteArray()) instanceof Parsed.Read<ChainSegment> read)) {
            return Optional.empty();
        }
        List<Block> blocks = read.record().blocks();
        if (!blocks.stream().allMatch(this::isSigned)) {
            return Optional.empty();
        }
        boolean shown =
                switch (kind) {
                    case INVALID_BLOCK -> isOfOne(blocks) && isInvalid(blocks);
                    case VALUE_MISMATCH -> isOfOne(blocks) && isMismatch(blocks);
                    case DOUBLE_SPEND -> isOfOne(blocks) && isDoubleSpend(blocks);
                    default -> isDenied(blocks);
                };
        return shown ? Optional.of(discrepancy(kind, blocks, proof)) : Optional.empty();
    }

    private Discrepancy discrepancy(DiscrepancyKind kind, List<Block> blocks, ByteString proof) {
        Block last = blocks.get(blocks.size() - 1);
        // The last block is the false one; what it is false by may be shown in several ways.
        Hash fact = kind == DiscrepancyKind.DOUBLE_SPEND
                ? fact(kind, hash(blocks.get(0)), hash(last))
                : fact(kind, hash(last));
        return new Discrepancy(kind, last.owner(), fact, proof);
    }

    /** One block that no chain can hold, or one after the other, whose hash it names, that cannot follow it. */
    private boolean isInvalid(List<Block> blocks) {
        Block first = blocks.get(0);
        Block last = blocks.get(blocks.size() - 1);
        if (blocks.size() > 2 || blocks.size() == 2 && !last.previous().equals(hash(first))) {
            return false;
        }
        Anchor anchor = first.height() == 0
                ? new Anchor.Genesis(first.owner())
                : new Anchor.From(new Checkpoint(first.owner(), first.height(), hash(first)));
        return segments.verify(new ChainSegment(blocks), anchor) instanceof SegmentVerdict.Invalid invalid
                && invalid.index() == blocks.size() - 1
                && invalid.rule() != ChainRule.SIGNATURE;
    }

    /**
     * A block that refutes itself; one that is impossible after the lock of its session, whatever lies between them; or a
     * whole chain whose last block is impossible.
     */
    private boolean isMismatch(List<Block> blocks) {
        Block last = blocks.get(blocks.size() - 1);
        if (blocks.size() == 1) {
            return isRefuted(last);
        }
        if (blocks.size() == 2 && isAboutOneLock(blocks.get(0), last)) {
            return (!last.type().equals(EscrowReader.RELEASE) || escrows.isLockBacked(blocks.get(0)))
                    && funds.firstImpossible(blocks) == 1;
        }
        if (last.type().equals(SettlementReader.PAYMENT)) {
            return blocks.size() == 2 && isPaidByAnotherLock(blocks.get(0), last);
        }
        return OF_CONSUMERS.contains(last.type())
                && !releasesItsLock(blocks, last)
                && verified(blocks).isPresent()
                && funds.firstImpossible(blocks) == blocks.size() - 1;
    }

    private boolean isRefuted(Block block) {
        return escrows.isRefuted(block) || settlements.isRefuted(block);
    }

    /** A provider's record of a session, and its own record of a payment for it by another lock. */
    private boolean isPaidByAnotherLock(Block opened, Block payment) {
        return opened.height() < payment.height()
                && escrows.opened(opened)
                        .flatMap(served -> settlements
                                .settled(payment)
                                .filter(paid -> paid.id().equals(served.id())
                                        && !paid.decision().equals(served.decision())))
                        .isPresent();
    }

    /** A release of a lock that is on the chain is refuted only by the votes that it lacks. */
    private boolean releasesItsLock(List<Block> blocks, Block last) {
        return last.type().equals(EscrowReader.RELEASE)
                && last.body().get("session_id") instanceof Hash id
                && blocks.stream()
                        .flatMap(block -> escrows.locked(block).stream())
                        .anyMatch(lock -> lock.id().equals(id));
    }

    private boolean isAboutOneLock(Block first, Block later) {
        return first.height() < later.height()
                && OF_CONSUMERS.contains(later.type())
                && !later.type().equals(EscrowReader.LOCK)
                && !isRefuted(later)
                && later.body().get("session_id") instanceof Hash id
                && escrows.locked(first).filter(lock -> lock.id().equals(id)).isPresent();
    }

    private boolean isDoubleSpend(List<Block> blocks) {
        if (blocks.size() != 2 || blocks.get(0).height() >= blocks.get(1).height()) {
            return false;
        }
        Optional<EscrowReader.Session> first = escrows.locked(blocks.get(0));
        Optional<EscrowReader.Session> second = escrows.locked(blocks.get(1));
        return first.isPresent()
                && second.isPresent()
                && first.get().id().equals(second.get().id());
    }

    /**
     * A consumer's lock that a quorum agreed on, and the provider's record of the same session, or of a payment for it, by
     * another lock.
     */
    private boolean isDenied(List<Block> blocks) {
        if (blocks.size() != 2) {
            return false;
        }
        Block recorded = blocks.get(1);
        Optional<EscrowReader.Session> lock =
                escrows.locked(blocks.get(0)).filter(session -> escrows.isLockBacked(blocks.get(0)));
        Optional<EscrowReader.Session> claimed = recorded.type().equals(SettlementReader.PAYMENT)
                ? settlements.settled(recorded)
                : escrows.opened(recorded);
        return lock.isPresent()
                && claimed.isPresent()
                && lock.get().id().equals(claimed.get().id())
                && lock.get().counterparty().equals(recorded.owner())
                && !lock.get().decision().equals(claimed.get().decision());
    }

    private Optional<Discrepancy> refuted(ByteString proof) {
        if (!(Refuted.CODEC.parse(proof.toByteArray()) instanceof Parsed.Read<Refuted> read)) {
            return Optional.empty();
        }
        StateStatement statement = read.record().statement();
        List<Block> blocks = read.record().chain().blocks();
        boolean shown = verified(blocks)
                .filter(chain -> chain.checkpoint()
                        .equals(new Checkpoint(statement.subject(), chain.head().height(), statement.evidence())))
                .filter(chain -> statement.isSigned(hasher, verifier))
                .flatMap(chain -> differs(statement, blocks))
                .orElse(false);
        return shown
                ? Optional.of(new Discrepancy(
                        DiscrepancyKind.ATTESTATION_FALSE,
                        statement.witness(),
                        fact(DiscrepancyKind.ATTESTATION_FALSE, statement.hash(hasher)),
                        proof))
                : Optional.empty();
    }

    private Optional<Boolean> differs(StateStatement statement, List<Block> blocks) {
        if (statement.evidenceHeight() != blocks.get(blocks.size() - 1).height()) {
            return Optional.of(true);
        }
        var number = answers.number(statement.question(), blocks);
        return number.isPresent() ? Optional.of(number.getAsLong() != statement.number()) : Optional.empty();
    }

    private Optional<VerifiedSegment> verified(List<Block> blocks) {
        Anchor genesis = new Anchor.Genesis(blocks.get(0).owner());
        return segments.verify(new ChainSegment(blocks), genesis) instanceof SegmentVerdict.Valid valid
                ? Optional.of(valid.segment())
                : Optional.empty();
    }

    private static boolean isOfOne(List<Block> blocks) {
        return blocks.stream()
                .allMatch(block -> block.owner().equals(blocks.get(0).owner()));
    }

    private boolean isSigned(Block block) {
        return block.signedHeader(hasher).isSignedByOwner(hasher, verifier);
    }

    private Hash hash(Block block) {
        return block.header(hasher).hash(hasher);
    }

    private Hash fact(DiscrepancyKind kind, Hash... signed) {
        List<Value> parts = new ArrayList<>();
        parts.add(new Value.EnumMember(kind.name()));
        parts.addAll(List.of(signed));
        return hasher.hash(FACT, ValueList.of(parts));
    }
}
