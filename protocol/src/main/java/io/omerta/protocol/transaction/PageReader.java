package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Anchor;
import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.FinalityCheckpoint;
import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.SegmentVerdict;
import io.omerta.protocol.chain.SegmentVerifier;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads another peer's chain page by page. Remembers the last answer, because a guard and its actions ask the same. */
final class PageReader {
    /** What a page is, after the pages before it. */
    sealed interface Reading {
        /**
         * It continues them.
         *
         * @param head hash of its last block
         * @param discrepancies with what this node has seen of the chain
         */
        record Follows(Hash head, long nextHeight, List<Discrepancy> discrepancies) implements Reading {}

        /** It proves that it cannot be in one chain with them, or in any. */
        record Broken(List<Discrepancy> discrepancies) implements Reading {}

        /** It says nothing about the subject: anybody could have made it, or it is of another place. */
        record Useless() implements Reading {}
    }

    private record Question(PeerId subject, @Nullable ByteString finality, List<ByteString> pages, ByteString page) {}

    private static final Reading USELESS = new Reading.Useless();

    private final DiscrepancyProofs proofs;
    private final PeerKnowledge knowledge;
    private final SegmentVerifier verifier;
    private final Hasher hasher;
    private final Verifier signatures;
    private @Nullable Question asked;
    private Reading answered = USELESS;

    PageReader(DiscrepancyProofs proofs, PeerKnowledge knowledge, Hasher hasher, Verifier verifier) {
        this.proofs = proofs;
        this.knowledge = knowledge;
        this.verifier = new SegmentVerifier(hasher, verifier);
        this.hasher = hasher;
        this.signatures = verifier;
    }

    /**
     * Reads a page.
     *
     * @param finality the checkpoint that the first page begins at, null if it begins with the first block
     * @param pages that were read before, in their order
     */
    Reading read(PeerId subject, @Nullable ByteString finality, List<ByteString> pages, ByteString page) {
        Question question = new Question(subject, finality, List.copyOf(pages), page);
        if (!question.equals(asked)) {
            answered = answer(question);
            asked = question;
        }
        return answered;
    }

    private Reading answer(Question question) {
        List<Block> blocks = blocks(question.page());
        List<Block> earlier = question.pages().isEmpty()
                ? List.of()
                : blocks(question.pages().get(question.pages().size() - 1));
        Block before = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        Anchor anchor = before == null ? start(question) : new Anchor.After(checkpoint(before), before.timeMillis());
        if (blocks.isEmpty() || anchor == null) {
            return USELESS;
        }
        SegmentVerdict verdict = verifier.verify(new ChainSegment(blocks), anchor);
        if (verdict instanceof SegmentVerdict.Invalid invalid) {
            List<Block> read = new ArrayList<>(blocks.subList(0, invalid.index()));
            Block last = read.isEmpty() ? before : read.get(read.size() - 1);
            return broken(last, blocks.get(invalid.index()));
        }
        Block head = blocks.get(blocks.size() - 1);
        return new Reading.Follows(hash(head), head.height() + 1, forks(question.subject(), blocks));
    }

    /** Where the first page begins, or null if nothing says that it may. */
    private @Nullable Anchor start(Question question) {
        ByteString finality = question.finality();
        if (finality == null) {
            return new Anchor.Genesis(question.subject());
        }
        return finality(question.subject(), finality)
                .<Anchor>map(FinalityCheckpoint::anchor)
                .orElse(null);
    }

    /** The checkpoint of a chain that bytes are, if a quorum signed it. */
    Optional<FinalityCheckpoint> finality(PeerId subject, ByteString bytes) {
        return FinalityCheckpoint.CODEC.parse(bytes.toByteArray()) instanceof Parsed.Read<FinalityCheckpoint> read
                        && read.record().statement().block().owner().equals(subject)
                        && read.record().verify(hasher, signatures) == QuorumCertificate.Verdict.VALID
                ? Optional.of(read.record())
                : Optional.empty();
    }

    private Reading broken(@Nullable Block before, Block block) {
        List<Discrepancy> found = new ArrayList<>();
        if (before != null) {
            ForkEvidence.between(before.signedHeader(hasher), block.signedHeader(hasher), hasher)
                    .flatMap(proofs::fork)
                    .ifPresent(found::add);
            proofs.of(DiscrepancyKind.INVALID_BLOCK, List.of(before, block)).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            proofs.of(DiscrepancyKind.INVALID_BLOCK, List.of(block)).ifPresent(found::add);
        }
        return found.isEmpty() ? USELESS : new Reading.Broken(found);
    }

    /** Whether the page contradicts the head of the chain that this node has seen. */
    private List<Discrepancy> forks(PeerId subject, List<Block> blocks) {
        Optional<SignedHeader> seen = knowledge.view(subject).map(view -> view.head());
        if (seen.isEmpty()) {
            return List.of();
        }
        return blocks.stream()
                .flatMap(block -> ForkEvidence.between(seen.get(), block.signedHeader(hasher), hasher).stream())
                .findFirst()
                .flatMap(proofs::fork)
                .map(List::of)
                .orElse(List.of());
    }

    /** The blocks of a page, none if it is no page. */
    static List<Block> blocks(ByteString page) {
        return ChainSegment.CODEC.parse(page.toByteArray()) instanceof Parsed.Read<ChainSegment> read
                ? read.record().blocks()
                : List.of();
    }

    private Checkpoint checkpoint(Block block) {
        return new Checkpoint(block.owner(), block.height(), hash(block));
    }

    private Hash hash(Block block) {
        return block.header(hasher).hash(hasher);
    }
}
