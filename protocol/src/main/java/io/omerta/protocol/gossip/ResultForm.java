package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BOOL;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.FIXED;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.STRING;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import java.util.List;

/**
 * The form of a result that witnesses sign. Every such result says who its witnesses are, in the field {@value #WITNESSES},
 * and when they agreed, in the field {@value #TIME}.
 *
 * @param itemType of the items that carry it
 * @param type of the content
 * @param slot fields that say what is decided; all honest peers sign at most one result with the same values there
 * @param parties fields that name those who must sign besides a quorum of the witnesses
 */
public record ResultForm(ItemType itemType, TypeDescriptor.StructOf type, List<String> slot, List<String> parties) {
    static final String WITNESSES = "witnesses";
    static final String TIME = "timestamp";

    private static final HashDomain SIGNED = HashDomain.of("omerta.result");

    /** An amount is added to a lock; a total is raised once. */
    public static final ResultForm TOP_UP = new ResultForm(
            ItemType.TOPUP_RESULT,
            new TypeDescriptor.StructOf(
                    StructShape.of(
                            "TopUpResult",
                            "session_id",
                            "consumer",
                            "lock_hash",
                            "previous_total",
                            "additional_amount",
                            WITNESSES,
                            TIME),
                    List.of(HASH, PEER_ID, HASH, FIXED, FIXED, Cabal.TYPE, TIMESTAMP)),
            List.of("session_id", "consumer", "previous_total"),
            List.of("consumer"));

    /** An escrow is divided, once per session. */
    public static final ResultForm SETTLEMENT = new ResultForm(
            ItemType.SETTLEMENT_RESULT,
            new TypeDescriptor.StructOf(
                    StructShape.of(
                            "SettlementResult",
                            "session_id",
                            "consumer",
                            "provider",
                            "lock_hash",
                            "attestation_hash",
                            "payment",
                            "burn",
                            "refund",
                            WITNESSES,
                            TIME),
                    List.of(HASH, PEER_ID, PEER_ID, HASH, HASH, FIXED, FIXED, FIXED, Cabal.TYPE, TIMESTAMP)),
            List.of("session_id", "consumer"),
            List.of());

    /** What was seen of a session, hour by hour; the sequence number tells the hours apart. */
    public static final ResultForm ATTESTATION = new ResultForm(
            ItemType.ATTESTATION,
            new TypeDescriptor.StructOf(
                    StructShape.of(
                            "Attestation",
                            "session_id",
                            "consumer",
                            "provider",
                            "sequence",
                            "connectivity_verified",
                            "duration_seconds",
                            "termination_reason",
                            WITNESSES,
                            TIME),
                    List.of(HASH, PEER_ID, PEER_ID, UINT, BOOL, UINT, STRING, Cabal.TYPE, TIMESTAMP)),
            List.of("session_id", "consumer", "sequence"),
            List.of());

    /** A health check, decided once per trigger. */
    public static final ResultForm CHECK = new ResultForm(
            ItemType.CHECK_RESULT,
            new TypeDescriptor.StructOf(
                    StructShape.of(
                            "CheckResult",
                            "trigger_id",
                            "subject",
                            "audit_hash",
                            "passed",
                            "suspicion",
                            WITNESSES,
                            TIME),
                    List.of(HASH, PEER_ID, HASH, BOOL, UINT, Cabal.TYPE, TIMESTAMP)),
            List.of("trigger_id", "subject"),
            List.of());

    /** @throws IllegalArgumentException if the type lacks a field or a party is no peer */
    public ResultForm {
        slot = List.copyOf(slot);
        parties = List.copyOf(parties);
        slot.forEach(field -> require(type, field));
        parties.forEach(field -> require(type, field, PEER_ID));
        require(type, WITNESSES, Cabal.TYPE);
        require(type, TIME, TIMESTAMP);
    }

    /** What witnesses and parties sign. */
    public Hash message(Struct content, Hasher hasher) {
        return hasher.hash(SIGNED, content);
    }

    /** A result as an item. */
    public GossipItem item(Struct content, QuorumCertificate signatures) {
        return new GossipItem(itemType, ByteString.of(CanonicalEncoder.encode(content)), signatures);
    }

    private static TypeDescriptor require(TypeDescriptor.StructOf type, String field) {
        int place = type.shape().indexOf(field);
        if (place < 0) {
            throw new IllegalArgumentException("a " + type.shape().name() + " needs a field " + field + ", but has "
                    + type.shape().fields());
        }
        return type.types().get(place);
    }

    private static void require(TypeDescriptor.StructOf type, String field, TypeDescriptor wanted) {
        TypeDescriptor found = require(type, field);
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException("the field " + field + " of a "
                    + type.shape().name() + " must be a " + wanted.notation() + ", but is a " + found.notation());
        }
    }
}
