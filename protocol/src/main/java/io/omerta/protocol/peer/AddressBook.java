package io.omerta.protocol.peer;

import io.omerta.protocol.transaction.PeerDirectory;
import io.omerta.protocol.wire.PeerId;
import java.util.Optional;

/** Port: under which number the host reaches a peer, and who it is that is reached there. */
public interface AddressBook extends PeerDirectory {
    /** Who is at an address, as the transport has established it. */
    Optional<PeerId> peer(int address);
}
