package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentVerifierTest {
    private final Neighbours neighbours = new Neighbours();
    private final Chain chain = neighbours.chain(1, 6, 0);
    private final Anchor genesis = new Anchor.Genesis(chain.owner());

    private SegmentVerdict.Invalid invalid(ChainSegment segment, Anchor anchor) {
        return assertInstanceOf(SegmentVerdict.Invalid.class, neighbours.segments.verify(segment, anchor));
    }

    private ChainSegment with(int index, Block block) {
        List<Block> blocks = new ArrayList<>(chain.page(0, 5).blocks());
        blocks.set(index, block);
        return new ChainSegment(blocks);
    }

    private SegmentVerdict.Invalid verdictOn(Block replacement) {
        return invalid(with(3, replacement), genesis);
    }

    private Block signed(long height, Hash previous, long timeMillis, Struct body, Signer signer) {
        return Block.signed(height, previous, timeMillis, body, signer, neighbours.hasher);
    }

    @Test
    void wholeChainIsValidFromGenesis() {
        VerifiedSegment segment = neighbours.verified(chain);
        assertEquals(chain.checkpoint(), segment.checkpoint());
        assertTrue(segment.contains(neighbours.chain(1, 4, 0).checkpoint()));
        assertFalse(segment.contains(neighbours.chain(1, 4, 9).checkpoint()));
        assertFalse(segment.contains(neighbours.chain(1, 7, 0).checkpoint()));
    }

    @Test
    void restOfAChainIsValidAfterABlockThatIsKnown() {
        Checkpoint known = neighbours.chain(1, 4, 0).checkpoint();
        VerifiedSegment rest = neighbours.verified(chain.page(4, 5), new Anchor.After(known, 3_000));
        assertEquals(chain.checkpoint(), rest.checkpoint());
    }

    @Test
    void restOfAnotherBranchIsNotValidAfterABlockThatIsKnown() {
        Checkpoint known = neighbours.chain(1, 4, 70).checkpoint();
        SegmentVerdict.Invalid verdict = invalid(chain.page(4, 5), new Anchor.After(known, 3_000));
        assertEquals(new SegmentVerdict.Invalid(0, 4, ChainRule.PREVIOUS_HASH), verdict);
    }

    @Test
    void timeMustNotFallFromTheBlockThatIsKnown() {
        Checkpoint known = neighbours.chain(1, 4, 0).checkpoint();
        assertEquals(
                ChainRule.TIME,
                invalid(chain.page(4, 5), new Anchor.After(known, 4_001)).rule());
    }

    @Test
    void prunedChainIsValidFromTheBlockThatIsKnown() {
        Checkpoint known = neighbours.chain(1, 4, 0).checkpoint();
        neighbours.verified(chain.page(3, 5), new Anchor.From(known));
    }

    @Test
    void anotherBlockOfTheSameHeightIsNotTheOneThatIsKnown() {
        Checkpoint known = neighbours.chain(1, 4, 70).checkpoint();
        assertEquals(
                new SegmentVerdict.Invalid(0, 3, ChainRule.ANCHOR), invalid(chain.page(3, 5), new Anchor.From(known)));
    }

    @Test
    void segmentWithoutTheFirstBlockIsNotValidFromGenesis() {
        assertEquals(new SegmentVerdict.Invalid(0, 1, ChainRule.HEIGHT), invalid(chain.page(1, 5), genesis));
    }

    @Test
    void chainOfAnotherOwnerIsNamedAsSuch() {
        Anchor other = new Anchor.Genesis(neighbours.peer(2));
        assertEquals(new SegmentVerdict.Invalid(0, 0, ChainRule.OWNER), invalid(chain.page(0, 5), other));
    }

    @Test
    void blockOfAnotherOwnerIsFound() {
        Block block = chain.blockAt(3);
        Block foreign = signed(3, block.previous(), 3_000, block.body(), neighbours.signer(2));
        assertEquals(new SegmentVerdict.Invalid(3, 3, ChainRule.OWNER), verdictOn(foreign));
    }

    @Test
    void skippedHeightIsFound() {
        Block block = chain.blockAt(3);
        Block skipped = signed(4, block.previous(), 3_000, block.body(), neighbours.signer(1));
        assertEquals(new SegmentVerdict.Invalid(3, 4, ChainRule.HEIGHT), verdictOn(skipped));
    }

    @Test
    void brokenLinkIsFound() {
        Block block = chain.blockAt(3);
        Block unlinked = signed(3, neighbours.hash(1), 3_000, block.body(), neighbours.signer(1));
        assertEquals(new SegmentVerdict.Invalid(3, 3, ChainRule.PREVIOUS_HASH), verdictOn(unlinked));
    }

    @Test
    void fallingTimeIsFound() {
        Block block = chain.blockAt(3);
        Block early = signed(3, block.previous(), 1_999, block.body(), neighbours.signer(1));
        assertEquals(new SegmentVerdict.Invalid(3, 3, ChainRule.TIME), verdictOn(early));
    }

    @Test
    void equalTimesAreAllowed() {
        Chain still = Chain.begin(0, neighbours.signer(1), neighbours.hasher)
                .append(Neighbours.note(1), 0, neighbours.signer(1), neighbours.hasher);
        neighbours.verified(still);
    }

    @Test
    void genesisBlockInTheMiddleIsFound() {
        Block block = chain.blockAt(3);
        Block genesisAgain = signed(3, block.previous(), 3_000, Chain.genesisBody(), neighbours.signer(1));
        assertEquals(new SegmentVerdict.Invalid(3, 3, ChainRule.GENESIS), verdictOn(genesisAgain));
    }

    @Test
    void firstBlockOfAnotherTypeIsFound() {
        Block first = signed(0, BlockHeader.NO_BLOCK, 0, Neighbours.note(1), neighbours.signer(1));
        assertEquals(new SegmentVerdict.Invalid(0, 0, ChainRule.GENESIS), invalid(with(0, first), genesis));
    }

    @Test
    void otherBodyUnderTheSameSignatureIsFound() {
        Block block = chain.blockAt(3);
        Block rewritten = new Block(block.owner(), 3, block.previous(), 3_000, Neighbours.note(77), block.signature());
        assertEquals(new SegmentVerdict.Invalid(3, 3, ChainRule.SIGNATURE), verdictOn(rewritten));
    }

    @Test
    void rewrittenBlockThatIsSignedAnewBreaksTheLinkOfTheNext() {
        Block block = chain.blockAt(3);
        Block rewritten = signed(3, block.previous(), 3_000, Neighbours.note(77), neighbours.signer(1));
        assertEquals(new SegmentVerdict.Invalid(4, 4, ChainRule.PREVIOUS_HASH), verdictOn(rewritten));
    }

    @Test
    void signatureOfAnotherBlockIsFound() {
        Block block = chain.blockAt(3);
        Signature other = chain.blockAt(2).signature();
        Block stolen = new Block(block.owner(), 3, block.previous(), 3_000, block.body(), other);
        assertEquals(new SegmentVerdict.Invalid(3, 3, ChainRule.SIGNATURE), verdictOn(stolen));
    }

    @Test
    void verdictSaysWhichBlockAndWhichRuleInOneLine() {
        String message = new SegmentVerdict.Invalid(3, 12, ChainRule.TIME).message();
        assertEquals(
                "block 3 of the segment, at height 12, breaks the rule TIME: it is not dated before the block before it",
                message);
    }

    @Test
    void everySingleBitOfASegmentMatters() {
        byte[] bytes = ChainSegment.CODEC.encode(chain.page(0, 3));
        int readable = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            int flipped = bit;
            if (ChainSegment.CODEC.parse(bytes) instanceof Parsed.Read<ChainSegment> read) {
                SegmentVerdict verdict = neighbours.segments.verify(read.record(), genesis);
                assertInstanceOf(SegmentVerdict.Invalid.class, verdict, () -> "bit " + flipped);
                readable++;
            }
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertTrue(readable > bytes.length, "too few mutants were readable: " + readable);
        neighbours.verified(Neighbours.read(ChainSegment.CODEC, bytes), genesis);
    }

    @Test
    void removingRepeatingOrSwappingBlocksIsFound() {
        List<Block> blocks = chain.page(0, 5).blocks();
        for (int i = 0; i < blocks.size() - 1; i++) {
            List<Block> without = new ArrayList<>(blocks);
            without.remove(i);
            invalid(new ChainSegment(without), genesis);
            List<Block> twice = new ArrayList<>(blocks);
            twice.add(i, blocks.get(i));
            invalid(new ChainSegment(twice), genesis);
            List<Block> swapped = new ArrayList<>(blocks);
            swapped.set(i, blocks.get(i + 1));
            swapped.set(i + 1, blocks.get(i));
            invalid(new ChainSegment(swapped), genesis);
        }
    }

    @Test
    void ownerWhoIsNoKeySignsNoChain() {
        PeerId stranger = PeerId.of(new byte[PeerId.BYTES]);
        Block first = chain.blockAt(0);
        Block forged = new Block(stranger, 0, first.previous(), 0, first.body(), first.signature());
        assertEquals(
                ChainRule.SIGNATURE,
                invalid(new ChainSegment(List.of(forged)), new Anchor.Genesis(stranger))
                        .rule());
    }
}
