package io.omerta.protocol.ledger;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/** One change of a ledger. Amounts are micro-credits; what they must be is checked when the change is posted. */
public sealed interface Posting {
    /** New money. */
    record Mint(PeerId account, long micros) implements Posting {}

    /**
     * From one account to another.
     *
     * @param micros taken from the sender
     * @param burnMicros part of it that nobody gets
     */
    record Transfer(PeerId from, PeerId to, long micros, long burnMicros) implements Posting {}

    /** From the consumer's account into an escrow, the session's only one. */
    record Lock(Hash session, PeerId consumer, PeerId provider, long micros) implements Posting {}

    /** More from the consumer's account into the session's escrow. */
    record TopUp(Hash session, long micros) implements Posting {}

    /** All of an escrow back to the consumer, because no session came of it. */
    record Release(Hash session) implements Posting {}

    /** All of an escrow to those who are due. */
    record Settle(Hash session, Settlement settlement) implements Posting {}
}
