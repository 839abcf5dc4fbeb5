package io.omerta.protocol.chain;

import java.util.List;

/**
 * Port: entries that survive a crash, in the order in which they were appended.
 *
 * <p>After {@link #sync} returns, every entry appended before is durable. What was appended later may be lost in a crash,
 * from some entry on: what is read back is always a beginning of what was appended, and no entry is ever torn or changed.
 * Owned by one writer.
 */
public interface Journal {
    /**
     * Appends an entry, which becomes durable with the next {@link #sync} at the latest.
     *
     * @param entry of any length; not kept, so that the caller may change it afterwards
     */
    void append(byte[] entry);

    /** Makes durable what was appended; returns when it is. */
    void sync();

    /** Every entry, the oldest first; copies. */
    List<byte[]> readAll();

    /**
     * Puts other entries in place of all, durably: after a crash there are either those from before or these. For dropping
     * what is no longer needed, so that the journal does not grow for ever.
     *
     * @param entries not kept
     */
    void replace(List<byte[]> entries);
}
