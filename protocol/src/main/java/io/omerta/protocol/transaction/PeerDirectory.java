package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.PeerId;
import java.util.OptionalInt;

/** Port: under which number the host reaches a peer. */
@FunctionalInterface
public interface PeerDirectory {
    /** The number of a peer, or nothing if it cannot be reached. The node itself has one too. */
    OptionalInt address(PeerId peer);
}
