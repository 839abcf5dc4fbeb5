package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The items that are still to be pushed, each to some more neighbours that are not known to have it. Bounded: when there is
 * no room, the item that waited for longest gives way, for comparison brings it to the others later.
 */
final class PushQueue {
    /** An item on its way, and who is known to have it. */
    private static final class Waiting {
        final GossipItem item;
        final int bytes;
        final TreeSet<PeerId> told = new TreeSet<>();
        int remaining;

        Waiting(GossipItem item, int remaining) {
            this.item = item;
            this.bytes = item.encodedBytes();
            this.remaining = remaining;
        }
    }

    /** Bytes of a keepalive besides its items, at most. */
    private static final int FRAME_BYTES_MAX = 1 << 10;

    private final GossipParameters parameters;
    private final LinkedHashMap<Hash, Waiting> urgent = new LinkedHashMap<>();
    private final LinkedHashMap<Hash, Waiting> ordinary = new LinkedHashMap<>();

    PushQueue(GossipParameters parameters) {
        this.parameters = parameters;
    }

    int size() {
        return urgent.size() + ordinary.size();
    }

    /** Pushes a new item or a better variant of one. */
    void add(Hash identity, GossipItem item) {
        LinkedHashMap<Hash, Waiting> line = item.type().isUrgent() ? urgent : ordinary;
        line.remove(identity);
        line.put(identity, new Waiting(item, parameters.fanout(item.type())));
        if (size() > parameters.queueMax()) {
            Iterator<Waiting> oldest =
                    (ordinary.isEmpty() ? urgent : ordinary).values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Takes note that a neighbour has an item. */
    void told(Hash identity, PeerId neighbour) {
        Waiting waiting = urgent.containsKey(identity) ? urgent.get(identity) : ordinary.get(identity);
        if (waiting != null) {
            waiting.told.add(neighbour);
        }
    }

    void remove(Hash identity) {
        urgent.remove(identity);
        ordinary.remove(identity);
    }

    /**
     * What goes to a neighbour now. Urgent items go first, but leave one place to others: proofs against identities that
     * cost nothing must not stop everything else.
     */
    List<GossipItem> take(PeerId neighbour) {
        List<GossipItem> taken = new ArrayList<>();
        int places = parameters.itemsPerKeepalive();
        int urgentPlaces = Math.max(1, ordinary.isEmpty() ? places : places - 1);
        int bytes = take(urgent, neighbour, urgentPlaces, GossipMessage.ENCODED_BYTES_MAX - FRAME_BYTES_MAX, taken);
        take(ordinary, neighbour, places, bytes, taken);
        return taken;
    }

    private static int take(
            LinkedHashMap<Hash, Waiting> line, PeerId neighbour, int places, int bytesLeft, List<GossipItem> taken) {
        int left = bytesLeft;
        Iterator<Map.Entry<Hash, Waiting>> waitingItems = line.entrySet().iterator();
        while (taken.size() < places && waitingItems.hasNext()) {
            Waiting waiting = waitingItems.next().getValue();
            if (waiting.bytes > left || !waiting.told.add(neighbour)) {
                continue;
            }
            left -= waiting.bytes;
            taken.add(waiting.item);
            waiting.remaining--;
            if (waiting.remaining == 0) {
                waitingItems.remove();
            }
        }
        return left;
    }
}
