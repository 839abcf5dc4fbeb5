package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal keeps. A subclass provides the journal and its crash. */
public abstract class JournalContractTest {
    /** An empty journal. */
    protected abstract Journal journal();

    /** The journal as it is found after a crash, in which what was not synced may be lost. */
    protected abstract Journal crashed(Journal journal);

    private static void append(Journal journal, int... entries) {
        for (int entry : entries) {
            journal.append(new byte[] {(byte) entry});
        }
    }

    private static List<Integer> read(Journal journal) {
        return journal.readAll().stream().map(entry -> (int) entry[0]).toList();
    }

    @Test
    void entriesAreReadInTheOrderInWhichTheyWereAppended() {
        Journal journal = journal();
        append(journal, 3, 1, 2);
        assertEquals(List.of(3, 1, 2), read(journal));
    }

    @Test
    void entriesOfAnyLengthAreKeptAsTheyWere() {
        Journal journal = journal();
        byte[] large = new byte[100_000];
        large[99_999] = 7;
        journal.append(new byte[0]);
        journal.append(large);
        journal.sync();
        List<byte[]> entries = crashed(journal).readAll();
        assertEquals(0, entries.get(0).length);
        assertArrayEquals(large, entries.get(1));
    }

    @Test
    void syncedEntriesSurviveACrash() {
        Journal journal = journal();
        append(journal, 1, 2);
        journal.sync();
        append(journal, 3, 4, 5);
        List<Integer> left = read(crashed(journal));
        assertTrue(left.size() >= 2, left::toString);
        assertEquals(List.of(1, 2, 3, 4, 5).subList(0, left.size()), left);
    }

    @Test
    void journalGoesOnAfterACrash() {
        Journal journal = journal();
        append(journal, 1);
        journal.sync();
        Journal after = crashed(journal);
        append(after, 2);
        after.sync();
        assertEquals(List.of(1, 2), read(crashed(after)));
    }

    @Test
    void callersMayChangeWhatTheyGaveAndGot() {
        Journal journal = journal();
        byte[] entry = {1};
        journal.append(entry);
        entry[0] = 9;
        journal.readAll().get(0)[0] = 9;
        assertEquals(List.of(1), read(journal));
    }

    @Test
    void replacingIsDurableAndLeavesNothingOfWhatWas() {
        Journal journal = journal();
        append(journal, 1, 2, 3);
        journal.replace(journal.readAll().subList(2, 3));
        Journal after = crashed(journal);
        assertEquals(List.of(3), read(after));
        append(after, 4);
        after.sync();
        assertEquals(List.of(3, 4), read(crashed(after)));
    }
}
