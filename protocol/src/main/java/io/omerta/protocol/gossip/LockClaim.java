package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/**
 * What a lock says of the consumer's funds.
 *
 * @param head last block of the consumer's chain when it asked for the lock
 * @param micros micro-credits that are locked, at least 0
 * @param balanceMicros what the consumer could spend after that block, net of the locks that its chain records: the lower
 *     median of what the witnesses state
 */
record LockClaim(Hash session, PeerId consumer, Hash head, long micros, long balanceMicros) {}
