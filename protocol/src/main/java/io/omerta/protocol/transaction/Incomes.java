package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.PeerId;

/** Port: what a peer was ever given or paid, whoever's chain shows it. */
@FunctionalInterface
public interface Incomes {
    /** Micro-credits, at least 0. */
    long micros(PeerId peer);
}
