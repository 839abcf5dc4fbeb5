package io.omerta.protocol.ledger;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/**
 * Funds of a consumer that are spoken for.
 *
 * @param session that they are for
 * @param micros micro-credits, more than 0
 * @param fromMillis from when on, at least 0
 * @param untilMillis until before when; later than from
 */
public record Reservation(Hash session, PeerId consumer, long micros, long fromMillis, long untilMillis) {
    public Reservation {
        if (micros <= 0) {
            throw new IllegalArgumentException("a reservation is of more than 0 micro-credits, but was of " + micros);
        }
        if (fromMillis < 0 || fromMillis >= untilMillis) {
            throw new IllegalArgumentException(
                    "a reservation begins at 0 ms or later and ends after that, but lasts from " + fromMillis + " to "
                            + untilMillis + " ms");
        }
    }

    /** Whether there is a moment at which both hold. */
    public boolean overlaps(Reservation other) {
        return fromMillis < other.untilMillis && other.fromMillis < untilMillis;
    }
}
