package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.wire.TypeDescriptor;
import java.util.Arrays;

/** What an item states. Its name travels with the item. */
public enum ItemType {
    /** Funds of a consumer are locked for a session. */
    LOCK_RESULT,
    /** A lock was raised. */
    TOPUP_RESULT,
    /** An escrow was divided. */
    SETTLEMENT_RESULT,
    /** What the witnesses of a session saw. */
    ATTESTATION,
    /** A health check of a peer came to an end. */
    CHECK_RESULT,
    /** The head of a peer's chain, see {@link io.omerta.protocol.chain.SignedHeader}. */
    PEER_HEAD,
    /** Somebody signed what contradicts itself, see {@link ConflictProof}. */
    CONFLICT_PROOF;

    /** The type as part of a record. */
    static final TypeDescriptor.EnumOf TYPE = new TypeDescriptor.EnumOf(
            "ItemType", Arrays.stream(values()).map(ItemType::name).toList());

    private static final int RESULT_BYTES_MAX = 1 << 13;

    /** Room for two results beside the blocks between them. */
    private static final int EVIDENCE_BYTES_MAX = 3 << 15;

    /** Whether items of this type overtake others: they warn of somebody. */
    public boolean isUrgent() {
        return this == CONFLICT_PROOF;
    }

    /** Whether it is what witnesses agreed on. */
    boolean isResult() {
        return this != PEER_HEAD && this != CONFLICT_PROOF;
    }

    /**
     * Longest content in bytes. That of proofs is wide, because the blocks between two locks may be part of one, and whoever
     * could make them too long would be safe from it.
     */
    public int contentBytesMax() {
        return this == CONFLICT_PROOF ? ChainSegment.ENCODED_BYTES_MAX + EVIDENCE_BYTES_MAX : RESULT_BYTES_MAX;
    }
}
