package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends JournalContractTest {
    @Override
    protected Journal journal() {
        return new InMemoryJournal();
    }

    @Override
    protected Journal crashed(Journal journal) {
        ((InMemoryJournal) journal).crash(1);
        return journal;
    }

    @Test
    void crashLosesWhatWasNeitherSyncedNorLucky() {
        for (int lucky : new int[] {0, 2, 3, Integer.MAX_VALUE}) {
            InMemoryJournal journal = new InMemoryJournal();
            journal.append(new byte[1]);
            journal.sync();
            for (int i = 0; i < 3; i++) {
                journal.append(new byte[1]);
            }
            journal.crash(lucky);
            assertEquals(1 + Math.min(lucky, 3), journal.readAll().size());
        }
    }
}
