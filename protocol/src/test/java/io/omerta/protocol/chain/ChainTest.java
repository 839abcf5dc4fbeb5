package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    private final Neighbours neighbours = new Neighbours();

    @Test
    void chainBeginsWithAGenesisBlock() {
        Chain chain = Chain.begin(7, neighbours.signer(1), neighbours.hasher);
        assertEquals(0, chain.height());
        assertEquals(Block.GENESIS, chain.head().type());
        assertEquals(BlockHeader.NO_BLOCK, chain.head().previous());
        assertEquals(7, chain.head().timeMillis());
        assertEquals(neighbours.peer(1), chain.owner());
    }

    @Test
    void appendedBlockNamesTheHashOfTheOneBefore() {
        Chain chain = neighbours.chain(1, 3, 0);
        assertEquals(2, chain.height());
        Block before = chain.blockAt(1);
        assertEquals(
                before.header(neighbours.hasher).hash(neighbours.hasher),
                chain.head().previous());
    }

    @Test
    void appendingLeavesTheShorterChainAsItWas() {
        Chain chain = neighbours.chain(1, 5, 0);
        Chain copy = neighbours.chain(1, 5, 0);
        Chain longer = neighbours.grown(chain, 1, 1, 99);
        assertEquals(copy, chain);
        assertEquals(4, chain.height());
        assertNotEquals(chain, longer);
    }

    @Test
    void appendingTheSameAgainGivesTheSameBlockWithTheSameSignature() {
        Chain chain = neighbours.chain(1, 5, 0);
        Chain once = neighbours.grown(chain, 1, 1, 99);
        Chain again = neighbours.grown(chain, 1, 1, 99);
        assertEquals(once.head(), again.head());
    }

    @Test
    void timeNeverFallsWhenTheClockDoes() {
        Chain chain = neighbours.chain(1, 2, 0).append(Neighbours.note(1), 5, neighbours.signer(1), neighbours.hasher);
        assertEquals(1_000, chain.head().timeMillis());
    }

    @Test
    void everyHeightOfALongChainIsFound() {
        int blocks = 300;
        Chain chain = neighbours.chain(1, blocks, 0);
        for (int height = 1; height < blocks; height++) {
            assertEquals(Neighbours.note(height - 1), chain.blockAt(height).body());
        }
        assertNull(chain.blockAt(blocks));
        assertNull(chain.blockAt(-1));
    }

    @Test
    void chainContainsItsCheckpointsAndNoOthers() {
        Chain chain = neighbours.chain(1, 20, 0);
        Chain early = neighbours.chain(1, 10, 0);
        assertTrue(chain.contains(early.checkpoint()));
        assertFalse(early.contains(chain.checkpoint()));
        assertFalse(chain.contains(neighbours.chain(1, 10, 500).checkpoint()));
        assertFalse(chain.contains(neighbours.chain(2, 10, 0).checkpoint()));
    }

    @Test
    void nobodyElseCanAppend() {
        Chain chain = neighbours.chain(1, 2, 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> chain.append(Neighbours.note(1), 9_000, neighbours.signer(2), neighbours.hasher));
    }

    @Test
    void secondGenesisBlockIsRefused() {
        Chain chain = neighbours.chain(1, 2, 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> chain.append(Chain.genesisBody(), 9_000, neighbours.signer(1), neighbours.hasher));
    }

    @Test
    void bodyBeyondTheBoundIsRefused() {
        Chain chain = neighbours.chain(1, 2, 0);
        Struct body = Struct.of(StructShape.of("LARGE", "bytes"), ByteString.of(new byte[Block.BODY_BYTES_MAX]));
        assertThrows(
                IllegalArgumentException.class,
                () -> chain.append(body, 9_000, neighbours.signer(1), neighbours.hasher));
    }

    @Test
    void pagesReadInOrderRestoreTheChain() {
        int blocks = ChainSegment.BLOCKS_MAX + 100;
        Chain chain = neighbours.chain(1, blocks, 0);
        ChainSegment first = chain.page(0, chain.height());
        assertEquals(ChainSegment.BLOCKS_MAX, first.blocks().size());
        Chain restored = Chain.of(neighbours.verified(first, new Anchor.Genesis(chain.owner())));
        ChainSegment second = chain.page(restored.height() + 1, chain.height());
        restored = restored.extended(neighbours.verified(
                second, new Anchor.After(restored.checkpoint(), restored.head().timeMillis())));
        assertEquals(chain, restored);
        assertEquals(chain.blockAt(700), restored.blockAt(700));
    }

    @Test
    void pageOfLargeBlocksStopsWhereTheSegmentIsFull() {
        Struct body = Struct.of(StructShape.of("LARGE", "bytes"), ByteString.of(new byte[Block.BODY_BYTES_MAX - 20]));
        Chain chain = Chain.begin(0, neighbours.signer(1), neighbours.hasher);
        for (int i = 0; i < 12; i++) {
            chain = chain.append(body, i, neighbours.signer(1), neighbours.hasher);
        }
        ChainSegment page = chain.page(0, chain.height());
        assertTrue(
                page.blocks().size() > 5 && page.blocks().size() < 12,
                () -> page.blocks().size() + " blocks");
        assertTrue(ChainSegment.CODEC.encode(page).length <= ChainSegment.ENCODED_BYTES_MAX);
    }

    @Test
    void heightsThatTheChainDoesNotHaveCannotBePaged() {
        Chain chain = neighbours.chain(1, 5, 0);
        for (List<Integer> range : List.of(List.of(3, 2), List.of(-1, 2), List.of(0, 5))) {
            assertThrows(IllegalArgumentException.class, () -> chain.page(range.get(0), range.get(1)));
        }
    }

    @Test
    void segmentOfAnotherBranchDoesNotExtendTheChain() {
        Chain chain = neighbours.chain(1, 5, 0);
        Chain branch = neighbours.chain(1, 7, 50);
        VerifiedSegment rest = neighbours.verified(
                branch.page(5, 6), new Anchor.After(neighbours.chain(1, 5, 50).checkpoint(), 0));
        assertThrows(IllegalArgumentException.class, () -> chain.extended(rest));
    }
}
