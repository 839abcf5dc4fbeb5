package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.wire.Hash;
import org.jspecify.annotations.Nullable;

/** What an item says, read but not verified. */
sealed interface Claim {
    /** The same for all items that state the same fact, whoever signed them. */
    Hash identity();

    /**
     * Witnesses agreed on something.
     *
     * @param signing who must have signed
     * @param timeMillis when: the lower median of what they signed, which lies between what two honest ones did
     * @param slot what it decides: nobody signs two different results of one slot
     * @param lock what it says of the consumer's funds, if it is a lock
     */
    record Result(Hash identity, Signing signing, long timeMillis, Hash slot, @Nullable LockClaim lock)
            implements Claim {}

    /** A chain has a head. */
    record Head(Hash identity, SignedHeader header) implements Claim {}

    /** Somebody contradicted himself. */
    record Misconduct(Hash identity, ConflictProof proof) implements Claim {}
}
