package io.omerta.protocol.chain;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A peer's own chain, immutable: appending gives a longer chain and leaves this one as it is, in constant time and memory.
 * A machine may thus be copied, compared and explored with its chain in it.
 *
 * <p>Each link also points further back, at the distance that lets any height be found in logarithmic time (Myers, "An
 * applicative random-access stack", 1983).
 *
 * <p>Two chains are equal if they end in the same block and begin at the same height: the hash of the head covers the rest.
 */
public final class Chain {
    private static final StructShape GENESIS_SHAPE = StructShape.of(Block.GENESIS, List.of());

    private final @Nullable Chain shorter;
    private final Chain jump;
    private final Block head;
    private final Hash headHash;
    private final long firstHeight;

    private Chain(@Nullable Chain shorter, Block head, Hash headHash) {
        this.shorter = shorter;
        this.head = head;
        this.headHash = headHash;
        if (shorter == null) {
            this.firstHeight = head.height();
            this.jump = this;
        } else {
            this.firstHeight = shorter.firstHeight;
            long span = shorter.height() - shorter.jump.height();
            long nextSpan = shorter.jump.height() - shorter.jump.jump.height();
            this.jump = span == nextSpan ? shorter.jump.jump : shorter;
        }
    }

    /** A new chain, of its first block alone. */
    public static Chain begin(long nowMillis, Signer owner, Hasher hasher) {
        return new Chain(null, Block.signed(0, BlockHeader.NO_BLOCK, nowMillis, genesisBody(), owner, hasher), hasher);
    }

    private Chain(@Nullable Chain shorter, Block head, Hasher hasher) {
        this(shorter, head, head.header(hasher).hash(hasher));
    }

    /** The chain whose only kept blocks are those of a segment, such as the first one read back after a restart. */
    public static Chain of(VerifiedSegment segment) {
        Chain chain = new Chain(null, segment.blocks().get(0), segment.hash(0));
        return chain.grown(segment, 1);
    }

    /**
     * This chain with the blocks of a segment that follows it.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Chain extended(VerifiedSegment segment) {
        Block first = segment.blocks().get(0);
        if (!first.owner().equals(owner())
                || first.height() != height() + 1
                || !first.previous().equals(headHash)
                || first.timeMillis() < head.timeMillis()) {
            throw new IllegalArgumentException("the segment from height " + first.height()
                    + " does not follow the chain, which ends at height " + height());
        }
        return grown(segment, 0);
    }

    private Chain grown(VerifiedSegment segment, int from) {
        Chain chain = this;
        for (int i = from; i < segment.blocks().size(); i++) {
            chain = new Chain(chain, segment.blocks().get(i), segment.hash(i));
        }
        return chain;
    }

    /**
     * This chain and one more block. Where the clock has gone back, the block bears the time of the one before it.
     *
     * @param body what to record; not of type {@link Block#GENESIS}
     * @param signer of the owner; the signature is the same each time, so that appending again after a crash is no fork
     * @throws IllegalArgumentException if the signer is another's or the body is too long
     */
    public Chain append(Struct body, long nowMillis, Signer signer, Hasher hasher) {
        if (!signer.peerId().equals(owner())) {
            throw new IllegalArgumentException("the chain of " + owner() + " cannot be extended by " + signer.peerId());
        }
        if (body.shape().name().equals(Block.GENESIS)) {
            throw new IllegalArgumentException("only the first block of a chain is of type " + Block.GENESIS);
        }
        long timeMillis = Math.max(nowMillis, head.timeMillis());
        return new Chain(this, Block.signed(height() + 1, headHash, timeMillis, body, signer, hasher), hasher);
    }

    /**
     * This chain without what a finality checkpoint makes superfluous: all blocks before the one that it states.
     *
     * @throws IllegalArgumentException if that block is not in this chain
     */
    public Chain pruned(FinalityStatement finality) {
        if (!contains(finality.block())) {
            throw new IllegalArgumentException("the block at height "
                    + finality.block().height() + " of the finality checkpoint is not in this chain");
        }
        ArrayDeque<Chain> kept = new ArrayDeque<>();
        for (Chain at = this; at != null && at.height() >= finality.block().height(); at = at.shorter) {
            kept.push(at);
        }
        Chain first = kept.pop();
        Chain chain = new Chain(null, first.head, first.headHash);
        for (Chain link : kept) {
            chain = new Chain(chain, link.head, link.headHash);
        }
        return chain;
    }

    public PeerId owner() {
        return head.owner();
    }

    /** The last block. */
    public Block head() {
        return head;
    }

    /** The height of the last block. */
    public long height() {
        return head.height();
    }

    /** The last block, as others may refer to it. */
    public Checkpoint checkpoint() {
        return new Checkpoint(owner(), height(), headHash);
    }

    /** The height of the first block that is kept: 0, or where the chain was pruned. */
    public long firstHeight() {
        return firstHeight;
    }

    /** The block at a height, or null if there is none or it was pruned. Time grows with the logarithm of the length. */
    public @Nullable Block blockAt(long height) {
        Chain link = linkAt(height);
        return link == null ? null : link.head;
    }

    /** Whether a block is one of those kept. */
    public boolean contains(Checkpoint block) {
        Chain link = linkAt(block.height());
        return link != null && block.owner().equals(owner()) && link.headHash.equals(block.hash());
    }

    /**
     * As many blocks from a height on as one segment may hold.
     *
     * @param fromHeight of the first
     * @param toHeight of the last, at most
     * @throws IllegalArgumentException if there is no block at these heights
     */
    public ChainSegment page(long fromHeight, long toHeight) {
        if (fromHeight > toHeight || fromHeight < firstHeight || toHeight > height()) {
            throw new IllegalArgumentException("the chain has blocks " + firstHeight + " to " + height() + ", but "
                    + fromHeight + " to " + toHeight + " were asked for");
        }
        long last = Math.min(toHeight, fromHeight + ChainSegment.BLOCKS_MAX - 1);
        ArrayDeque<Block> blocks = new ArrayDeque<>();
        for (Chain at = linkAt(last); at != null && at.height() >= fromHeight; at = at.shorter) {
            blocks.push(at.head);
        }
        return ChainSegment.beginningOf(new ArrayList<>(blocks));
    }

    private @Nullable Chain linkAt(long height) {
        if (height < firstHeight || height > height()) {
            return null;
        }
        Chain at = this;
        while (at != null && at.height() != height) {
            at = at.jump.height() >= height ? at.jump : at.shorter;
        }
        return at;
    }

    static Struct genesisBody() {
        return Struct.of(GENESIS_SHAPE, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chain that && headHash.equals(that.headHash) && firstHeight == that.firstHeight;
    }

    @Override
    public int hashCode() {
        return headHash.hashCode();
    }

    @Override
    public String toString() {
        return "Chain[" + owner() + ", blocks " + firstHeight + " to " + height() + "]";
    }
}
