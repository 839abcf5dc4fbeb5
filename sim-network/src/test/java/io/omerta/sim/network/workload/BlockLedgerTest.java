package io.omerta.sim.network.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class BlockLedgerTest {
    private static final int NODES = 3;

    private final BlockLedger ledger = new BlockLedger(NODES, 10);

    /**
     * <pre>
     * genesis - first - second - third
     *                 \ rival
     *         \ other
     * </pre>
     */
    private final int first = ledger.create(BlockLedger.GENESIS, 100);

    private final int second = ledger.create(first, 200);
    private final int rival = ledger.create(first, 210);
    private final int other = ledger.create(BlockLedger.GENESIS, 220);
    private final int third = ledger.create(second, 300);

    private static BitSet blocks(int... numbers) {
        BitSet blocks = new BitSet();
        for (int block : numbers) {
            blocks.set(block);
        }
        return blocks;
    }

    @Test
    void everyoneHasTheGenesisBlockAndNobodyAnyOther() {
        for (int node = 0; node < NODES; node++) {
            assertTrue(ledger.has(BlockLedger.GENESIS, node));
            assertFalse(ledger.has(first, node));
        }
    }

    @Test
    void theHeightIsTheDistanceFromTheGenesisBlock() {
        assertEquals(0, ledger.height(BlockLedger.GENESIS));
        assertEquals(1, ledger.height(first));
        assertEquals(2, ledger.height(second));
        assertEquals(2, ledger.height(rival));
        assertEquals(1, ledger.height(other));
        assertEquals(3, ledger.height(third));
        assertEquals(6, ledger.count());
    }

    @Test
    void anAncestorIsOnTheSameChain() {
        assertTrue(ledger.onSameChain(third, first));
        assertTrue(ledger.onSameChain(first, third));
        assertTrue(ledger.onSameChain(BlockLedger.GENESIS, rival));
        assertTrue(ledger.onSameChain(second, second));
    }

    @Test
    void aBlockOfAnotherBranchIsNot() {
        assertFalse(ledger.onSameChain(second, rival));
        assertFalse(ledger.onSameChain(rival, third));
        assertFalse(ledger.onSameChain(third, rival));
        assertFalse(ledger.onSameChain(other, third));
    }

    @Test
    void theMainChainIsTheLongest() {
        assertEquals(blocks(first, second, third), ledger.mainChain());
    }

    @Test
    void ofTwoChainsOfTheSameLengthTheFirstMadeIsTheMainOne() {
        ledger.create(rival, 310);
        assertEquals(blocks(first, second, third), ledger.mainChain());
    }

    @Test
    void aLongerBranchBecomesTheMainChain() {
        int fourth = ledger.create(ledger.create(rival, 310), 320);
        assertEquals(blocks(first, rival, fourth - 1, fourth), ledger.mainChain());
    }

    @Test
    void theMainChainOfNoBlocksIsEmpty() {
        assertEquals(blocks(), new BlockLedger(NODES, 1).mainChain());
    }

    @Test
    void arrivalsAreTimesSinceTheCreationOfTheirBlock() {
        assertTrue(ledger.receive(second, 2, 200));
        assertTrue(ledger.receive(second, 0, 243));
        assertFalse(ledger.receive(second, 0, 250));
        assertEquals(2, ledger.reached(second));
        assertEquals(0, ledger.arrivalNanos(second, 1));
        assertEquals(43, ledger.arrivalNanos(second, 2));
    }

    @Test
    void whoForgetsHasTheGenesisBlockOnly() {
        ledger.receive(first, 0, 100);
        ledger.receive(second, 0, 200);
        ledger.receive(first, 1, 150);
        ledger.forget(0);
        assertFalse(ledger.has(first, 0) || ledger.has(second, 0));
        assertTrue(ledger.has(BlockLedger.GENESIS, 0));
        assertTrue(ledger.has(first, 1));
    }

    /** More receipts than nodes: what counts is how many nodes a block got to, and when it first did. */
    @Test
    void whoForgetsABlockAndReceivesItAgainCountsOnce() {
        for (int node = 0; node < NODES; node++) {
            ledger.receive(first, node, 110 + node);
        }
        ledger.forget(1);
        assertTrue(ledger.receive(first, 1, 500));
        assertTrue(ledger.has(first, 1));
        assertEquals(NODES, ledger.reached(first));
        assertEquals(12, ledger.arrivalNanos(first, NODES));
    }

    @Test
    void moreNodesThanThereIsRoomForAtFirstAllCount() {
        int nodes = 5000;
        BlockLedger large = new BlockLedger(nodes, 1);
        int block = large.create(BlockLedger.GENESIS, 0);
        for (int node = 0; node < nodes; node++) {
            large.receive(block, node, node);
        }
        assertEquals(nodes, large.reached(block));
        for (int n = 1; n <= nodes; n++) {
            assertEquals(n - 1, large.arrivalNanos(block, n));
        }
    }
}
