package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What single blocks of transaction 00 say of a session, and whether a block is refuted by what it holds itself: by the
 * decision that it names, or by the votes for it.
 */
final class RecordedLocks {
    static final String LOCK = "BALANCE_LOCK";
    static final String TOPUP = "BALANCE_TOPUP";
    static final String RELEASE = "BALANCE_RELEASE";
    static final String OPENED = "SESSION_OPENED";

    private static final String VOTE = "WITNESS_FINAL_VOTE";
    private static final Value ACCEPT = new Value.EnumMember("ACCEPT");
    private static final Value ACCEPTED = new Value.EnumMember("ACCEPTED");

    /** The domain of {@code HASH} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    private final TransactionSpec escrow;
    private final TypedCodec lock;
    private final TypedCodec topUp;
    private final TypedCodec opened;
    private final SignedBody vote;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param escrow transaction 00, whose blocks are read */
    RecordedLocks(TransactionSpec escrow, Hasher hasher, Verifier verifier) {
        this.escrow = escrow;
        this.lock = escrow.codec(LOCK);
        this.topUp = escrow.codec(TOPUP);
        this.opened = escrow.codec(OPENED);
        MessageModel message = Objects.requireNonNull(escrow.message(VOTE), VOTE);
        this.vote = new SignedBody(message.body().shape());
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /**
     * A session as one of its parties recorded it.
     *
     * @param counterparty the other party, by this block
     * @param decision hash of what the witnesses agreed on, by this block
     */
    record Session(Hash id, PeerId counterparty, Hash decision) {}

    /** The session that a consumer's lock is for. */
    Optional<Session> locked(Block block) {
        if (!block.type().equals(LOCK) || lock.check(block.body()) != null) {
            return Optional.empty();
        }
        Struct decision = decision(block.body());
        return Optional.of(new Session(
                (Hash) value(decision, "session_id"), (PeerId) value(decision, "provider"), hash(decision)));
    }

    /** The session that a provider served. */
    Optional<Session> opened(Block block) {
        if (!block.type().equals(OPENED) || opened.check(block.body()) != null) {
            return Optional.empty();
        }
        Struct body = block.body();
        return Optional.of(new Session((Hash) value(body, "session_id"), (PeerId) value(body, "consumer"), (Hash)
                value(body, "decision_hash")));
    }

    /** Whether a block of this transaction is not what its owner could have written, whatever else is on the chain. */
    boolean isRefuted(Block block) {
        return switch (block.type()) {
            case LOCK -> lock.check(block.body()) != null || !isLockBacked(block);
            case TOPUP -> topUp.check(block.body()) != null || !isTopUpCoherent(block.body());
            case RELEASE, OPENED -> escrow.codec(block.type()).check(block.body()) != null;
            default -> false;
        };
    }

    /** Whether a lock is what a quorum of its cabal agreed on with its owner. */
    boolean isLockBacked(Block block) {
        Struct body = block.body();
        Struct decision = decision(body);
        return value(decision, "session_id").equals(value(body, "session_id"))
                && value(decision, "consumer").equals(block.owner())
                && value(decision, "amount").equals(value(body, "amount"))
                && value(decision, "status").equals(ACCEPTED)
                && isAgreed(decision, (ValueList) value(struct(body, "result"), "votes"));
    }

    private boolean isAgreed(Struct decision, ValueList votes) {
        List<PeerId> members = new ArrayList<>();
        for (Value witness : ((ValueList) value(decision, "witnesses")).elements()) {
            members.add((PeerId) witness);
        }
        if (members.isEmpty() || members.size() > Cabal.MEMBERS_MAX || votes.size() > members.size()) {
            return false;
        }
        Cabal cabal = Cabal.of(members);
        Hash agreed = hash(decision);
        TreeSet<PeerId> voters = new TreeSet<>();
        for (Value element : votes.elements()) {
            Struct cast = (Struct) element;
            PeerId witness = (PeerId) value(cast, "witness");
            if (value(cast, "vote").equals(ACCEPT)
                    && value(cast, "decision_hash").equals(agreed)
                    && cabal.contains(witness)
                    && vote.isSignedBy(witness, cast, hasher, verifier)) {
                voters.add(witness);
            }
        }
        return voters.size() >= cabal.quorum();
    }

    /** Its votes are of a cabal that replacements may have changed, so that only its amounts can be held against it. */
    private static boolean isTopUpCoherent(Struct body) {
        Struct decision = decision(body);
        long previous = number(decision, "previous_total");
        long added = number(decision, "additional_amount");
        return value(decision, "session_id").equals(value(body, "session_id"))
                && number(body, "previous_total") == previous
                && number(body, "topup_amount") == added
                && number(body, "new_total") == number(decision, "new_total")
                && added <= Long.MAX_VALUE - previous
                && number(decision, "new_total") == previous + added;
    }

    private Hash hash(Struct decision) {
        return hasher.hash(TUPLE, ValueList.of(decision));
    }

    private static Struct decision(Struct body) {
        return struct(struct(body, "result"), "decision");
    }

    private static Struct struct(Struct of, String field) {
        return (Struct) value(of, field);
    }

    private static long number(Struct of, String field) {
        return ((Value.Int) value(of, field)).value();
    }

    private static Value value(Struct of, String field) {
        return of.get(of.shape().indexOf(field));
    }
}
