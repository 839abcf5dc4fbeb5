package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/**
 * A lock that was verified.
 *
 * @param head last block of the consumer's chain when it asked for the lock
 */
public record LockItem(GossipItem item, PeerId consumer, Hash head) {}
