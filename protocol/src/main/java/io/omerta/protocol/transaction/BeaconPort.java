package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Optional;

/**
 * Port: the beacons that a node follows, one of an epoch at most. It begins with one that its owner gives it; from then on
 * each is judged by the one before. A node that knows
 * no recent one takes part in no draws until its owner gives it one again.
 */
public interface BeaconPort {
    /** The beacon of an epoch. */
    Optional<Beacon> of(long epoch);

    /** The newest beacon of an epoch or of one before it. */
    Optional<Beacon> newest(long epoch);

    /** The chain of an anchor up to the head that a beacon names, encoded, as it came with the beacon. */
    Optional<ByteString> anchorChain(PeerId anchor, Hash head);

    /**
     * Follows a beacon, unless another one of its epoch is followed already.
     *
     * @param beacon made by the keepers that the newest one before it has drawn
     * @param anchorChain of its anchor up to the head that it names, verified
     * @return whether it is followed
     */
    boolean follow(Beacon beacon, ByteString anchorChain);
}
