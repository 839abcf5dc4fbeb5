package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The beacons of the last epochs, in memory. Mutable; not for use by several threads. */
public final class FollowedBeacons implements BeaconPort {
    /** Enough for every session under way, and for a day in which no beacon is made. */
    static final int KEPT = 48;

    private record Followed(Beacon beacon, ByteString anchorChain) {}

    private final TreeMap<Long, Followed> byEpoch = new TreeMap<>();

    /**
     * @param first to be trusted without proof
     * @param anchorChain see {@link #follow}
     */
    public FollowedBeacons(Beacon first, ByteString anchorChain) {
        byEpoch.put(first.epoch(), new Followed(first, anchorChain));
    }

    @Override
    public Optional<Beacon> of(long epoch) {
        return Optional.ofNullable(byEpoch.get(epoch)).map(Followed::beacon);
    }

    @Override
    public Optional<Beacon> newest(long epoch) {
        return Optional.ofNullable(byEpoch.floorEntry(epoch))
                .map(Map.Entry::getValue)
                .map(Followed::beacon);
    }

    @Override
    public Optional<ByteString> anchorChain(PeerId anchor, Hash head) {
        return byEpoch.values().stream()
                .filter(followed -> followed.beacon().anchor().equals(anchor)
                        && followed.beacon().anchorHead().equals(head))
                .map(Followed::anchorChain)
                .findFirst();
    }

    @Override
    public boolean follow(Beacon beacon, ByteString anchorChain) {
        if (beacon.epoch() < byEpoch.firstKey()) {
            return false;
        }
        Followed known = byEpoch.putIfAbsent(beacon.epoch(), new Followed(beacon, anchorChain));
        if (byEpoch.size() > KEPT) {
            byEpoch.pollFirstEntry();
        }
        return known == null || known.beacon().equals(beacon);
    }
}
