package io.omerta.protocol.ledger;

import io.omerta.protocol.wire.PeerId;

/**
 * Money set aside for a session.
 *
 * @param micros micro-credits, more than 0
 */
public record Escrow(PeerId consumer, PeerId provider, long micros) {}
