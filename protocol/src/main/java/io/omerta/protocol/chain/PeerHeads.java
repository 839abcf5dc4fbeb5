package io.omerta.protocol.chain;

import io.omerta.protocol.wire.PeerId;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** The heads of others that the owner of a chain recorded up to some time, the latest of each peer. Immutable. */
public final class PeerHeads {
    private final NavigableMap<PeerId, PeerHead> latest;

    private PeerHeads(NavigableMap<PeerId, PeerHead> latest) {
        this.latest = latest;
    }

    /**
     * What blocks of one chain record.
     *
     * @param blocks in the order of the chain
     * @param notAfterMillis records of later blocks are left out: a checkpoint must have some age before witnesses are
     *     drawn from it
     */
    public static PeerHeads in(Iterable<Block> blocks, long notAfterMillis) {
        TreeMap<PeerId, PeerHead> latest = new TreeMap<>();
        for (Block block : blocks) {
            if (block.timeMillis() <= notAfterMillis) {
                PeerHead.in(block).ifPresent(head -> latest.put(head.head().owner(), head));
            }
        }
        return new PeerHeads(latest);
    }

    /** The peers of whom there is a record, in rising order, unmodifiable. */
    public SortedSet<PeerId> peers() {
        return Collections.unmodifiableSortedSet(latest.navigableKeySet());
    }

    /** The latest record of a peer. */
    public Optional<PeerHead> of(PeerId peer) {
        return Optional.ofNullable(latest.get(peer));
    }
}
