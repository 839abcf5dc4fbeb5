package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.Value;

/** What a health check came to: the enum of the same name in transaction 05. */
enum CheckOutcome {
    /** The chain of the subject is in order. */
    PASS,
    /** There is a proof against the subject. */
    FAIL,
    /** The subject gave too little to say either. */
    PARTIAL;

    /** @param member of the enum, as a codec of the transaction has admitted it */
    static CheckOutcome of(Value member) {
        return valueOf(((Value.EnumMember) member).name());
    }
}
