package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Sighting;
import io.omerta.protocol.chain.VerifiedSegment;

/** Port: takes note of the chains of others that a node comes upon, see {@link io.omerta.protocol.chain.PeerViews}. */
@FunctionalInterface
public interface SeenChains {
    /** What a chain says about its owner, after what was seen before. */
    Sighting observe(VerifiedSegment segment, long nowMillis);
}
