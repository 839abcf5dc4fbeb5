package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/**
 * Where a native function is called.
 *
 * @param nowMillis by the node's clock
 * @param chain of the node
 */
public record NativeCall(PeerId self, Hash session, long nowMillis, OwnChain chain) {}
