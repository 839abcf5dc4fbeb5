package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads what the blocks of transaction 00 say of funds and sessions, and finds whether a block is refuted by what it holds
 * itself: by the decision that it names, or by the votes for it.
 */
final class EscrowReader {
    static final String LOCK = "BALANCE_LOCK";
    static final String TOPUP = "BALANCE_TOPUP";
    static final String RELEASE = "BALANCE_RELEASE";
    static final String OPENED = "SESSION_OPENED";

    private static final String VOTE = "WITNESS_FINAL_VOTE";
    private static final String RELEASE_VOTE = "LOCK_RELEASE_VOTE";
    private static final String REPLACEMENT_VOTE = "REPLACEMENT_VOTE";
    private static final Value ACCEPT = new Value.EnumMember("ACCEPT");
    private static final Value ACCEPTED = new Value.EnumMember("ACCEPTED");

    /** The domain of {@code HASH} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    /**
     * Funds that a consumer says are locked.
     *
     * @param decision hash of what the cabal decided
     * @param micros more than 0
     * @param cabal as it was drawn
     */
    record Lock(
            Hash session,
            Hash decision,
            PeerId consumer,
            PeerId provider,
            long micros,
            Cabal cabal,
            long expiresAtMillis) {}

    /** A lock raised to a new total. */
    record TopUp(Hash session, long totalMicros) {}

    /**
     * A session as one of its parties recorded it.
     *
     * @param counterparty the other party, by this block
     * @param decision hash of what the witnesses agreed on, by this block
     */
    record Session(Hash id, PeerId counterparty, Hash decision) {}

    private final TransactionSpec escrow;
    private final SignedBody vote;
    private final SignedBody releaseVote;
    private final SignedBody replacementVote;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param escrow transaction 00, whose blocks are read */
    EscrowReader(TransactionSpec escrow, Hasher hasher, Verifier verifier) {
        this.escrow = escrow;
        this.vote = Objects.requireNonNull(escrow.signedBody(VOTE), VOTE);
        this.releaseVote = Objects.requireNonNull(escrow.signedBody(RELEASE_VOTE), RELEASE_VOTE);
        this.replacementVote = Objects.requireNonNull(escrow.signedBody(REPLACEMENT_VOTE), REPLACEMENT_VOTE);
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** A lock of the chain's owner; nothing if the block is none, or claims what cannot be. */
    Optional<Lock> lock(Block block) {
        return is(LOCK, block) ? lock(decision(block.body())) : Optional.empty();
    }

    /** The lock that a {@code LockDecision} is about; nothing if it is one that cannot be. */
    Optional<Lock> lock(Struct decision) {
        List<PeerId> witnesses = members(decision);
        if (witnesses.isEmpty() || witnesses.size() > Cabal.MEMBERS_MAX || number(decision, "amount") == 0) {
            return Optional.empty();
        }
        return Optional.of(new Lock(
                (Hash) value(decision, "session_id"),
                hash(decision),
                (PeerId) value(decision, "consumer"),
                (PeerId) value(decision, "provider"),
                number(decision, "amount"),
                Cabal.of(witnesses),
                ((Value.Timestamp) value(decision, "expires_at")).millis()));
    }

    Optional<TopUp> topUp(Block block) {
        return is(TOPUP, block) ? Optional.of(topUp(decision(block.body()))) : Optional.empty();
    }

    /** What a {@code TopUpDecision} is about. */
    TopUp topUp(Struct decision) {
        return new TopUp((Hash) value(decision, "session_id"), number(decision, "new_total"));
    }

    /** The session that a consumer's lock is for. */
    Optional<Session> locked(Block block) {
        return lock(block).map(lock -> new Session(lock.session(), lock.provider(), lock.decision()));
    }

    /** The session that a provider served. */
    Optional<Session> opened(Block block) {
        Struct body = block.body();
        return is(OPENED, block)
                ? Optional.of(new Session((Hash) value(body, "session_id"), (PeerId) value(body, "consumer"), (Hash)
                        value(body, "decision_hash")))
                : Optional.empty();
    }

    /** Whether a block of this transaction is not what its owner could have written, whatever else is on the chain. */
    boolean isRefuted(Block block) {
        return switch (block.type()) {
            case LOCK -> lock(block).isEmpty() || !isLockBacked(block);
            case TOPUP -> !is(TOPUP, block) || !isTopUpCoherent(block.body());
            case RELEASE, OPENED -> !is(block.type(), block);
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
        List<PeerId> members = members(decision);
        if (members.isEmpty() || members.size() > Cabal.MEMBERS_MAX || votes.size() > members.size()) {
            return false;
        }
        Hash agreed = hash(decision);
        return isQuorum(
                Cabal.of(members),
                votes,
                vote,
                cast -> value(cast, "vote").equals(ACCEPT)
                        && value(cast, "decision_hash").equals(agreed));
    }

    /**
     * Whether a release shows that a quorum of the lock's cabal holds nothing any more: of the members that were drawn, or of
     * those who took their places by the replacements that the block shows, each by a quorum of the members before.
     */
    boolean isReleased(Block block, Lock held) {
        if (!is(RELEASE, block)) {
            return false;
        }
        Struct body = block.body();
        Optional<Cabal> cabal = after(held, (ValueList) value(body, "replacements"));
        return cabal.isPresent()
                && isQuorum(
                        cabal.get(), (ValueList) value(body, "votes"), releaseVote, cast -> value(cast, "session_id")
                                .equals(held.session()));
    }

    /** The cabal after replacements, nothing if one of them was not agreed. */
    private Optional<Cabal> after(Lock held, ValueList replacements) {
        List<PeerId> members = new ArrayList<>(held.cabal().members());
        for (Value element : replacements.elements()) {
            Struct change = (Struct) element;
            PeerId left = (PeerId) value(change, "old_witness");
            PeerId joined = (PeerId) value(change, "new_witness");
            ValueList votes = (ValueList) value(change, "votes");
            boolean agreed = members.contains(left)
                    && !members.contains(joined)
                    && votes.size() <= members.size()
                    && isQuorum(
                            Cabal.of(members),
                            votes,
                            replacementVote,
                            cast -> value(cast, "session_id").equals(held.session())
                                    && value(cast, "old_witness").equals(left)
                                    && value(cast, "new_witness").equals(joined));
            if (!agreed) {
                return Optional.empty();
            }
            Collections.replaceAll(members, left, joined);
        }
        return Optional.of(Cabal.of(members));
    }

    /** Whether so many members of a cabal have signed votes that count. */
    private boolean isQuorum(Cabal cabal, ValueList votes, SignedBody form, Predicate<Struct> counts) {
        TreeSet<PeerId> voters = new TreeSet<>();
        for (Value element : votes.elements()) {
            Struct cast = (Struct) element;
            PeerId witness = (PeerId) value(cast, "witness");
            if (counts.test(cast)
                    && cabal.contains(witness)
                    && !voters.contains(witness)
                    && form.isSignedBy(witness, cast, hasher, verifier)) {
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

    /** Whether a block is of a type, and all of it as it must be. */
    private boolean is(String type, Block block) {
        return block.type().equals(type) && escrow.codec(type).check(block.body()) == null;
    }

    private static List<PeerId> members(Struct decision) {
        List<PeerId> members = new ArrayList<>();
        ((ValueList) value(decision, "witnesses")).elements().forEach(witness -> members.add((PeerId) witness));
        return members;
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
