package io.omerta.node.store;

import io.omerta.protocol.chain.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal in one file, see {@link JournalFormat}. What {@link #sync} has returned for is on the disk. An append that was
 * cut off by a crash is dropped when the file is opened: nothing that followed from it has left the node.
 *
 * <p>After a failed write or sync, every further call fails: the system may have forgotten what it did not write, and only
 * reading the file again tells what is there. Not for use by several threads; a second process is kept out by a lock.
 */
public final class FileJournal implements Journal, Closeable {
    private final Path file;
    private FileChannel channel;
    private FileLock lock;
    private int checksum;
    private boolean failed;

    private FileJournal(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a journal, or begins one if there is no such file.
     *
     * @throws JournalException if it is damaged, of something else, in use, or cannot be read
     */
    public static FileJournal open(Path file) {
        return open(file, false);
    }

    /**
     * Opens a journal and drops all from the first damaged entry on; the damaged file is kept beside it, its name extended
     * by {@code .damaged}.
     *
     * @throws JournalException if it is not a journal, in use, or cannot be read
     */
    public static FileJournal recover(Path file) {
        return open(file, true);
    }

    private static FileJournal open(Path file, boolean recovering) {
        try {
            Files.deleteIfExists(successor(file));
            FileJournal journal = locked(file);
            try {
                journal.begin(recovering);
                return journal;
            } catch (IOException | JournalException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw JournalException.failed(file, "open the journal", e);
        }
    }

    private static FileJournal locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FileJournal(file, channel, lock);
            }
        } catch (OverlappingFileLockException heldHere) {
            // The answer is the same whoever holds it.
        }
        channel.close();
        throw JournalException.foreign(file, "the journal is in use by another node");
    }

    private void begin(boolean recovering) throws IOException {
        JournalScan scan = JournalScan.of(content());
        if (scan.damage() != null) {
            if (!recovering) {
                throw JournalException.damaged(
                        file, scan.goodBytes(), scan.entries().size(), scan.damage());
            }
            if (scan.goodBytes() < JournalFormat.MARK_BYTES) {
                throw JournalException.foreign(file, scan.damage());
            }
            Files.copy(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        }
        checksum = scan.checksum();
        channel.truncate(scan.goodBytes());
        channel.position(scan.goodBytes());
        if (scan.goodBytes() == 0) {
            write(JournalFormat.mark());
        }
        channel.force(true);
        forceDirectory();
    }

    private ByteBuffer content() throws IOException {
        long bytes = channel.size();
        if (bytes > Integer.MAX_VALUE) {
            throw new IOException("it has " + bytes + " bytes, at most " + Integer.MAX_VALUE + " can be read");
        }
        ByteBuffer content = ByteBuffer.allocate((int) bytes);
        while (content.hasRemaining() && channel.read(content, content.position()) >= 0) {
            // until all of it is read
        }
        return content.flip();
    }

    @Override
    public void append(byte[] entry) {
        requireUsable();
        try {
            ByteBuffer record = JournalFormat.record(checksum, entry);
            write(record);
            checksum = JournalFormat.last(record);
        } catch (IOException e) {
            throw fail("append to the journal", e);
        }
    }

    @Override
    public void sync() {
        requireUsable();
        try {
            channel.force(false);
        } catch (IOException e) {
            throw fail("bring the journal to the disk", e);
        }
    }

    /** @throws JournalException if the file was damaged since it was opened */
    @Override
    public List<byte[]> readAll() {
        requireUsable();
        try {
            JournalScan scan = JournalScan.of(content());
            if (scan.damage() != null) {
                throw JournalException.damaged(
                        file, scan.goodBytes(), scan.entries().size(), scan.damage());
            }
            return new ArrayList<>(scan.entries());
        } catch (IOException e) {
            throw fail("read the journal", e);
        }
    }

    /** Writes a second file and renames it, so that there is a whole journal under the name at every moment. */
    @Override
    public void replace(List<byte[]> entries) {
        requireUsable();
        Path next = successor(file);
        try {
            Files.deleteIfExists(next);
            FileJournal successor = locked(next);
            successor.begin(false);
            entries.forEach(successor::append);
            successor.sync();
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory();
            close();
            channel = successor.channel;
            lock = successor.lock;
            checksum = successor.checksum;
        } catch (IOException e) {
            throw fail("replace the journal", e);
        }
    }

    /** Length of the file: when it is many times what a compacted journal needs, it is time to {@link #replace} it. */
    public long bytes() {
        requireUsable();
        try {
            return channel.size();
        } catch (IOException e) {
            throw fail("ask for the length of the journal", e);
        }
    }

    /** Releases the file. What was not synced may be lost with the next crash. */
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A new name, too, must survive a crash. */
    private void forceDirectory() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private void requireUsable() {
        if (failed) {
            throw JournalException.failed(
                    file, "use the journal", new IOException("an earlier write did not reach the disk"));
        }
    }

    private JournalException fail(String doing, IOException cause) {
        failed = true;
        return JournalException.failed(file, doing, cause);
    }

    private static Path successor(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }
}
