package io.omerta.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The bytes of a journal file: eight of a mark, then the records. A record is the length of its entry and a checksum of
 * that, four bytes each, most significant first; the entry; and a checksum of all of it.
 *
 * <p>Each checksum also covers the one before it, so that a record is right in one place only. The length has one of its
 * own, so that a record which ends behind the end of the file was cut off, and is not one with a damaged length.
 */
final class JournalFormat {
    private static final byte[] MARK = "OMTJRNL1".getBytes(StandardCharsets.US_ASCII);

    static final int MARK_BYTES = MARK.length;

    /** Of a length and its checksum. */
    static final int HEADER_BYTES = 2 * Integer.BYTES;

    /** Of the checksum behind an entry. */
    static final int TRAILER_BYTES = Integer.BYTES;

    private JournalFormat() {}

    static ByteBuffer mark() {
        return ByteBuffer.wrap(MARK).asReadOnlyBuffer();
    }

    /** The checksum before the first record. */
    static int seed() {
        return checksum(0, mark());
    }

    /** The checksum of some bytes that follow others. */
    static int checksum(int before, ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(before).flip());
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static int lengthChecksum(int before, int length) {
        return checksum(
                before, ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    }

    /** The record of an entry, ready to be written. */
    static ByteBuffer record(int before, byte[] entry) {
        int header = lengthChecksum(before, entry.length);
        return ByteBuffer.allocate(HEADER_BYTES + entry.length + TRAILER_BYTES)
                .putInt(entry.length)
                .putInt(header)
                .put(entry)
                .putInt(checksum(header, ByteBuffer.wrap(entry)))
                .flip();
    }

    /** The checksum with which a record ends. */
    static int last(ByteBuffer record) {
        return record.getInt(record.limit() - TRAILER_BYTES);
    }
}
