package io.omerta.node.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a journal file hold.
 *
 * @param entries that are intact, from the first one on
 * @param goodBytes length of the file up to the end of the last intact entry
 * @param checksum with which the last intact entry ends
 * @param damage what is wrong with the bytes that follow, or null if there are none or an append was cut off there
 */
record JournalScan(List<byte[]> entries, long goodBytes, int checksum, @Nullable String damage) {
    /** Reads as far as everything is right. */
    static JournalScan of(ByteBuffer file) {
        ByteBuffer mark = JournalFormat.mark();
        int common = Math.min(mark.remaining(), file.remaining());
        if (!file.slice(0, common).equals(mark.slice(0, common))) {
            return new JournalScan(List.of(), 0, JournalFormat.seed(), "this is not a journal of this version");
        }
        if (common < JournalFormat.MARK_BYTES) {
            return new JournalScan(List.of(), 0, JournalFormat.seed(), null);
        }
        List<byte[]> entries = new ArrayList<>();
        int checksum = JournalFormat.seed();
        int at = JournalFormat.MARK_BYTES;
        while (file.limit() - at >= JournalFormat.HEADER_BYTES) {
            int length = file.getInt(at);
            int header = file.getInt(at + Integer.BYTES);
            if (header != JournalFormat.lengthChecksum(checksum, length) || length < 0) {
                return new JournalScan(
                        entries, at, checksum, unwritten(file, at, "the length of an entry is not right"));
            }
            int begin = at + JournalFormat.HEADER_BYTES;
            if (file.limit() - begin - JournalFormat.TRAILER_BYTES < length) {
                break;
            }
            byte[] entry = new byte[length];
            file.get(begin, entry);
            int end = JournalFormat.checksum(header, ByteBuffer.wrap(entry));
            if (file.getInt(begin + length) != end) {
                return new JournalScan(entries, at, checksum, "the content of an entry is not right");
            }
            entries.add(entry);
            checksum = end;
            at = begin + length + JournalFormat.TRAILER_BYTES;
        }
        return new JournalScan(entries, at, checksum, null);
    }

    /** A file system that was stopped while a file grew may leave zeros at its end: no damage, as nothing was there. */
    private static @Nullable String unwritten(ByteBuffer file, int from, String damage) {
        for (int at = from; at < file.limit(); at++) {
            if (file.get(at) != 0) {
                return damage;
            }
        }
        return null;
    }
}
