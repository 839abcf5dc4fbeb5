package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/** Port: what a peer was ever given or paid, whoever's chain shows it. */
@FunctionalInterface
public interface Incomes {
    /** Micro-credits, at least 0. */
    long micros(PeerId peer);

    /**
     * Micro-credits that a session's settlement has cost its consumer, whether the consumer's own chain shows it or not; 0 if
     * this node knows of none.
     */
    default long chargedMicros(Hash session) {
        return 0;
    }
}
