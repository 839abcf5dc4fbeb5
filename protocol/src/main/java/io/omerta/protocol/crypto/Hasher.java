package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;

/** Port: a collision-resistant hash of protocol values. */
@FunctionalInterface
public interface Hasher {
    /** The hash of a value in a domain. */
    Hash hash(HashDomain domain, Value value);
}
