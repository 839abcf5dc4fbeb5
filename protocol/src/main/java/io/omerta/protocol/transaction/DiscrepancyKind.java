package io.omerta.protocol.transaction;

/** What an audit may find, as {@code shared/audit.omt} names it. */
public enum DiscrepancyKind {
    /** The owner of a chain signed two histories. */
    CHAIN_FORK,
    /** The owner signed a block that cannot follow the one before it. */
    INVALID_BLOCK,
    /** A record is refuted by what it holds itself, or by what the chain records before it. */
    VALUE_MISMATCH,
    /** A consumer recorded two locks of one session. */
    DOUBLE_SPEND,
    /** A provider's record is refuted by what a quorum signed and the consumer's chain holds. */
    COUNTERPARTY_MISMATCH,
    /** A witness stated of a chain what that chain does not say. */
    ATTESTATION_FALSE
}
