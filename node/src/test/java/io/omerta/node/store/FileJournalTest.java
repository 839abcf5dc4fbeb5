package io.omerta.node.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    /** Lengths at which something could go wrong: none, one, and such as look like the bytes of a length. */
    private static final List<byte[]> ENTRIES = List.of(
            new byte[0], new byte[] {1}, new byte[12], bytes(40), new byte[] {0, 0, 0, 1, 0, 0, 0, 0}, bytes(7));

    @TempDir
    Path folder;

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (31 * i + length);
        }
        return bytes;
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private byte[] written() throws IOException {
        try (FileJournal journal = FileJournal.open(file())) {
            ENTRIES.forEach(journal::append);
            journal.sync();
        }
        return Files.readAllBytes(file());
    }

    private static List<byte[]> read(Path file) throws IOException {
        try (FileJournal journal = FileJournal.open(file)) {
            return journal.readAll();
        }
    }

    private static void assertBeginning(List<byte[]> found, String when) {
        assertTrue(found.size() <= ENTRIES.size(), when);
        for (int i = 0; i < found.size(); i++) {
            assertArrayEquals(ENTRIES.get(i), found.get(i), when);
        }
    }

    @Test
    void entriesAreFoundAgainInTheOrderInWhichTheyWereAppended() throws IOException {
        written();
        List<byte[]> found = read(file());
        assertEquals(ENTRIES.size(), found.size());
        assertBeginning(found, "as written");
    }

    @Test
    void fileThatIsCutOffAnywhereGivesTheEntriesBeforeTheCutAndGoesOn() throws IOException {
        byte[] whole = written();
        int entriesBefore = 0;
        for (int cut = 0; cut < whole.length; cut++) {
            Files.write(file(), Arrays.copyOf(whole, cut));
            List<byte[]> found = read(file());
            assertBeginning(found, "cut at " + cut);
            assertTrue(found.size() >= entriesBefore, "cut at " + cut);
            entriesBefore = found.size();
            try (FileJournal journal = FileJournal.open(file())) {
                journal.append(new byte[] {9});
                journal.sync();
            }
            List<byte[]> after = read(file());
            assertEquals(found.size() + 1, after.size(), "cut at " + cut);
            assertArrayEquals(new byte[] {9}, after.get(found.size()), "cut at " + cut);
        }
        assertEquals(ENTRIES.size() - 1, entriesBefore);
    }

    @Test
    void everyChangedByteIsRefusedWhereItsEntryBegins() throws IOException {
        byte[] whole = written();
        List<Integer> begins = new ArrayList<>();
        int at = JournalFormat.MARK_BYTES;
        for (byte[] entry : ENTRIES) {
            begins.add(at);
            at += JournalFormat.HEADER_BYTES + entry.length + JournalFormat.TRAILER_BYTES;
        }
        for (int changed = 0; changed < whole.length; changed++) {
            for (int mask : new int[] {0x01, 0x80, 0xff}) {
                byte[] bytes = whole.clone();
                bytes[changed] ^= (byte) mask;
                Files.write(file(), bytes);
                String when = "byte " + changed + " changed by " + mask;
                JournalException refusal = assertThrows(JournalException.class, () -> FileJournal.open(file()), when);
                int place = changed;
                long begin = begins.stream()
                        .filter(offset -> offset <= place)
                        .mapToLong(offset -> offset)
                        .max()
                        .orElse(0);
                assertEquals(begin, refusal.offset(), when);
                assertTrue(String.valueOf(refusal.getMessage()).contains(file() + ": damaged at byte " + begin), when);
            }
        }
    }

    @Test
    void entriesBeforeTheDamageAreRecoveredOnRequestAndTheDamagedFileIsKept() throws IOException {
        byte[] whole = written();
        for (int changed = JournalFormat.MARK_BYTES; changed < whole.length; changed++) {
            byte[] bytes = whole.clone();
            bytes[changed] ^= 0x10;
            Files.write(file(), bytes);
            try (FileJournal journal = FileJournal.recover(file())) {
                assertBeginning(journal.readAll(), "byte " + changed);
                assertTrue(journal.readAll().size() < ENTRIES.size(), "byte " + changed);
            }
            assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("journal.damaged")));
        }
    }

    @Test
    void recordInAnotherPlaceIsDamage() throws IOException {
        byte[] whole = written();
        int second = JournalFormat.MARK_BYTES + JournalFormat.HEADER_BYTES + JournalFormat.TRAILER_BYTES;
        byte[] withoutFirst = new byte[whole.length - (second - JournalFormat.MARK_BYTES)];
        System.arraycopy(whole, 0, withoutFirst, 0, JournalFormat.MARK_BYTES);
        System.arraycopy(whole, second, withoutFirst, JournalFormat.MARK_BYTES, whole.length - second);
        Files.write(file(), withoutFirst);
        assertThrows(JournalException.class, () -> FileJournal.open(file()));
    }

    @Test
    void zerosThatAFileSystemLeftAtTheEndAreNoDamage() throws IOException {
        byte[] whole = written();
        Files.write(file(), Arrays.copyOf(whole, whole.length + 4096));
        assertEquals(ENTRIES.size(), read(file()).size());
        assertEquals(whole.length, Files.size(file()));
    }

    @Test
    void anotherFileIsLeftAlone() throws IOException {
        Files.writeString(file(), "name: omerta\n");
        assertThrows(JournalException.class, () -> FileJournal.open(file()));
        assertThrows(JournalException.class, () -> FileJournal.recover(file()));
        assertEquals("name: omerta\n", Files.readString(file()));
    }

    @Test
    void journalIsOpenOnce() throws IOException {
        FileJournal journal = FileJournal.open(file());
        assertThrows(JournalException.class, () -> FileJournal.open(file()));
        journal.close();
        FileJournal.open(file()).close();
    }

    @Test
    void replacingShortensTheFileAndGoesOn() throws IOException {
        try (FileJournal journal = FileJournal.open(file())) {
            for (int i = 0; i < 100; i++) {
                journal.append(bytes(100));
            }
            journal.sync();
            long before = journal.bytes();
            journal.replace(List.of(new byte[] {1}, new byte[] {2}));
            assertTrue(journal.bytes() < before / 10, "bytes: " + journal.bytes());
            journal.append(new byte[] {3});
            journal.sync();
            assertThrows(JournalException.class, () -> FileJournal.open(file()), "the new file is locked");
        }
        assertEquals(
                List.of(1, 2, 3),
                read(file()).stream().map(entry -> (int) entry[0]).toList());
    }

    @Test
    void replacementThatWasNotFinishedIsForgotten() throws IOException {
        written();
        Path unfinished = folder.resolve("journal.next");
        Files.write(unfinished, new byte[] {1, 2, 3});
        assertEquals(ENTRIES.size(), read(file()).size());
        assertFalse(Files.exists(unfinished));
    }
}
