package io.omerta.protocol.transaction;

import java.util.Optional;

/** Port: the beacons that a node follows. All honest nodes that know the beacon of an epoch know the same. */
@FunctionalInterface
public interface BeaconPort {
    /** The beacon of an epoch, which was made in the epoch before. */
    Optional<Beacon> of(long epoch);
}
