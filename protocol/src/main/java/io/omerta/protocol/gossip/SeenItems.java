package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Items that are true but of no more use, so that they cost nothing when they come again: the ones seen most recently. A
 * key that fell out costs one more verification.
 */
final class SeenItems {
    private final LinkedHashMap<Hash, Boolean> seen;

    SeenItems(int max) {
        this.seen = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Hash, Boolean> eldest) {
                return size() > max;
            }
        };
    }

    void add(Hash identity) {
        seen.put(identity, Boolean.TRUE);
    }

    boolean contains(Hash identity) {
        return seen.get(identity) != null;
    }
}
