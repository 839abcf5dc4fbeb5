package io.omerta.protocol.envelope;

import io.omerta.protocol.wire.PeerId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a session were admitted: an immutable value. For each sender and type it holds the highest sequence
 * number and which of the 63 below it were seen (as in RFC 4303, 3.4.3); what is lower still counts as seen. It holds at
 * most {@link #ENTRIES_MAX} pairs of sender and type, so that strangers cannot make it grow without end.
 */
public final class ReplayWindow {
    /** Pairs of sender and type that one window remembers. */
    public static final int ENTRIES_MAX = 1024;

    /** A window that has seen nothing. */
    public static final ReplayWindow EMPTY = new ReplayWindow(new Entry[0]);

    /**
     * @param message number of the type
     * @param seen bit i: whether {@code highest - i} was seen
     */
    private record Entry(PeerId sender, int message, long highest, long seen) {
        int compareTo(PeerId otherSender, int otherMessage) {
            int byMessage = Integer.compare(message, otherMessage);
            return byMessage != 0 ? byMessage : sender.compareTo(otherSender);
        }

        boolean covers(long sequence) {
            long age = highest - sequence;
            return age >= 0 && (age >= Long.SIZE || (seen >>> age & 1) != 0);
        }

        Entry with(long sequence) {
            long ahead = sequence - highest;
            if (ahead <= 0) {
                return new Entry(sender, message, highest, seen | 1L << -ahead);
            }
            return new Entry(sender, message, sequence, ahead >= Long.SIZE ? 1 : seen << ahead | 1);
        }
    }

    /** In order of message, then sender. Never written to. */
    private final Entry[] entries;

    private ReplayWindow(Entry[] entries) {
        this.entries = entries;
    }

    /** Whether a message was seen, or is too old to know. */
    boolean covers(PeerId sender, int message, long sequence) {
        int place = place(sender, message);
        return place >= 0 && entries[place].covers(sequence);
    }

    /** The window after a message that it does not cover, or null if it cannot hold one more sender. */
    @Nullable
    ReplayWindow with(PeerId sender, int message, long sequence) {
        int place = place(sender, message);
        if (place >= 0) {
            Entry[] next = entries.clone();
            next[place] = entries[place].with(sequence);
            return new ReplayWindow(next);
        }
        if (entries.length == ENTRIES_MAX) {
            return null;
        }
        int at = -place - 1;
        Entry[] next = Arrays.copyOf(entries, entries.length + 1);
        System.arraycopy(entries, at, next, at + 1, entries.length - at);
        next[at] = new Entry(sender, message, sequence, 1);
        return new ReplayWindow(next);
    }

    /** Place of an entry, or minus one minus the place where it belongs. */
    private int place(PeerId sender, int message) {
        int low = 0;
        int high = entries.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = entries[middle].compareTo(sender, message);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
