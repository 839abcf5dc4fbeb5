package io.omerta.protocol.gossip;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The items that a peer keeps: one for each fact, bounded in number and bytes. When there is no room, the neighbour that
 * brought most of them loses its oldest: whoever floods displaces what it sent itself, and not what others know.
 */
final class ItemStore {
    /**
     * An item that is kept.
     *
     * @param bytes length of the item's encoding
     * @param mark of this variant
     * @param source who brought it first, possibly this peer
     * @param expiresMillis when to forget it
     * @param arrival number in the order of arrival
     */
    record Held(GossipItem item, Claim claim, int bytes, Mark mark, PeerId source, long expiresMillis, long arrival) {
        Hash identity() {
            return claim.identity();
        }
    }

    /** What one source brought. */
    private static final class Share {
        final TreeSet<Held> items = new TreeSet<>(BY_VALUE);
        long bytes;
    }

    private static final Comparator<Held> BY_EXPIRY =
            Comparator.comparingLong(Held::expiresMillis).thenComparingLong(Held::arrival);

    /** Which to lose first: the urgent ones last. */
    private static final Comparator<Held> BY_VALUE = Comparator.<Held, Boolean>comparing(
                    held -> held.item().type().isUrgent())
            .thenComparingLong(Held::arrival);

    private final int itemsMax;
    private final long bytesMax;
    private final KeyTree marks;
    private final TreeMap<Hash, Held> byIdentity = new TreeMap<>();
    private final TreeMap<Mark, Held> byMark = new TreeMap<>();
    private final TreeSet<Held> byExpiry = new TreeSet<>(BY_EXPIRY);
    private final TreeMap<PeerId, Share> bySource = new TreeMap<>();
    private long bytes;

    ItemStore(int itemsMax, long bytesMax, Hasher hasher) {
        this.itemsMax = itemsMax;
        this.bytesMax = bytesMax;
        this.marks = new KeyTree(hasher);
    }

    /** The marks of what is kept. */
    KeyTree marks() {
        return marks;
    }

    int size() {
        return byIdentity.size();
    }

    /** Bytes of what is kept, encoded. */
    long bytes() {
        return bytes;
    }

    @Nullable
    Held get(Hash identity) {
        return byIdentity.get(identity);
    }

    @Nullable
    Held get(Mark mark) {
        return byMark.get(mark);
    }

    /** Everything, in order of identity. */
    Collection<Held> all() {
        return byIdentity.values();
    }

    /** Keeps an item in place of another variant of it. */
    void put(Held held) {
        Held other = byIdentity.get(held.identity());
        if (other != null) {
            remove(other);
        }
        byIdentity.put(held.identity(), held);
        byMark.put(held.mark(), held);
        byExpiry.add(held);
        Share share = bySource.computeIfAbsent(held.source(), source -> new Share());
        share.items.add(held);
        share.bytes += held.bytes();
        marks.add(held.mark());
        bytes += held.bytes();
    }

    void remove(Held held) {
        byIdentity.remove(held.identity());
        byMark.remove(held.mark());
        byExpiry.remove(held);
        Share share = bySource.get(held.source());
        if (share != null && share.items.remove(held)) {
            share.bytes -= held.bytes();
            if (share.items.isEmpty()) {
                bySource.remove(held.source());
            }
        }
        marks.remove(held.mark());
        bytes -= held.bytes();
    }

    /** What must go, because there is more than there is room for; removed. */
    List<Held> makeRoom() {
        List<Held> leaving = new ArrayList<>();
        while (byIdentity.size() > itemsMax || bytes > bytesMax) {
            Held least = fullest().first();
            remove(least);
            leaving.add(least);
        }
        return leaving;
    }

    /** What has expired; removed. */
    List<Held> expire(long nowMillis) {
        List<Held> expired = new ArrayList<>();
        while (!byExpiry.isEmpty() && byExpiry.first().expiresMillis() <= nowMillis) {
            Held oldest = byExpiry.first();
            remove(oldest);
            expired.add(oldest);
        }
        return expired;
    }

    private TreeSet<Held> fullest() {
        Share fullest = bySource.firstEntry().getValue();
        for (Share share : bySource.values()) {
            if (share.bytes > fullest.bytes) {
                fullest = share;
            }
        }
        return fullest.items;
    }
}
