package io.omerta.node.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A journal cannot be used. The message is one line, for the operator: which file, what, where, and what to do. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long offset;

    private JournalException(String message, long offset, @Nullable Throwable cause) {
        super(message, cause);
        this.offset = offset;
    }

    static JournalException damaged(Path file, long offset, int goodEntries, String what) {
        return new JournalException(
                file + ": damaged at byte " + offset + ": " + what + "; the " + goodEntries
                        + " entries before are intact. Restore the file from a copy, or recover these entries and lose the rest:"
                        + " a node that voted in what is lost must not run under the same identity",
                offset,
                null);
    }

    static JournalException foreign(Path file, String what) {
        return new JournalException(file + ": " + what + "; check the path", 0, null);
    }

    static JournalException failed(Path file, String doing, Throwable cause) {
        return new JournalException(
                file + ": cannot " + doing + ": " + cause.getMessage()
                        + "; nothing more is written until the journal is opened again",
                -1,
                cause);
    }

    /** Where the damage begins, in bytes from the beginning of the file; -1 if there is none to point at. */
    public long offset() {
        return offset;
    }
}
