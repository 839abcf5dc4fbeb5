package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerView;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Optional;
import java.util.OptionalLong;

/** Port: what this node has learnt of other peers, by gossip and by asking. Its answers are recorded with the input. */
public interface PeerKnowledge {
    Optional<PeerView> view(PeerId peer);

    /** Micro-credits that a peer can spend, as far as known; at least 0. */
    OptionalLong balanceMicros(PeerId peer);

    /** Own trust in a peer, thousandths, at least 0. */
    OptionalLong trustMilli(PeerId peer);

    /** The chain of a peer from its first block up to the block of a hash, if all of it is known. */
    Optional<ChainSegment> chainUpTo(PeerId owner, Hash head);
}
