package io.omerta.sim.network.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class DownloadsTest {
    private static final int NODE = 1;

    private final Downloads downloads = new Downloads(3);

    @Test
    void aNodeWaitsForABlockFromTheHolderItAsked() {
        downloads.begin(NODE, 7, 2);
        assertEquals(2, downloads.holder(NODE, 7));
        assertEquals(Downloads.NOBODY, downloads.holder(NODE, 8));
        assertEquals(Downloads.NOBODY, downloads.holder(0, 7));
    }

    @Test
    void theFirstOtherNodeThatAnnouncedTheBlockIsKept() {
        downloads.begin(NODE, 7, 2);
        downloads.begin(NODE, 8, 2);
        assertTrue(downloads.announced(NODE, 7, 2), "by the holder itself");
        assertTrue(downloads.announced(NODE, 7, 4));
        assertTrue(downloads.announced(NODE, 7, 5));
        assertEquals(4, downloads.end(NODE, 7));
        assertEquals(Downloads.NOBODY, downloads.end(NODE, 8));
    }

    @Test
    void anAnnouncementOfWhatNobodyWaitsForIsNotKept() {
        assertFalse(downloads.announced(NODE, 7, 4));
        downloads.begin(NODE, 7, 2);
        assertEquals(Downloads.NOBODY, downloads.end(NODE, 7));
    }

    @Test
    void whatHasEndedIsNotWaitedForAndTheOthersAre() {
        for (int block = 1; block <= 9; block++) {
            downloads.begin(NODE, block, 10 + block);
            downloads.announced(NODE, block, 20 + block);
        }
        assertEquals(23, downloads.end(NODE, 3));
        assertEquals(Downloads.NOBODY, downloads.end(NODE, 3));
        for (int block = 1; block <= 9; block++) {
            assertEquals(block == 3 ? Downloads.NOBODY : 10 + block, downloads.holder(NODE, block));
        }
        assertEquals(29, downloads.end(NODE, 9));
    }

    @Test
    void theBlocksFromOneHolderComeInTheOrderInWhichTheyWereAskedFor() {
        downloads.begin(NODE, 9, 0);
        downloads.begin(NODE, 5, 2);
        downloads.begin(NODE, 7, 0);
        assertArrayEquals(new int[] {9, 7}, downloads.blocksFrom(NODE, 0));
        assertArrayEquals(new int[0], downloads.blocksFrom(0, NODE));
    }

    @Test
    void whoIsClearedWaitsForNothing() {
        downloads.begin(NODE, 7, 2);
        downloads.begin(0, 7, 2);
        downloads.clear(NODE);
        assertEquals(Downloads.NOBODY, downloads.holder(NODE, 7));
        assertEquals(2, downloads.holder(0, 7));
        downloads.begin(NODE, 7, 0);
        assertEquals(Downloads.NOBODY, downloads.end(NODE, 7));
    }
}
