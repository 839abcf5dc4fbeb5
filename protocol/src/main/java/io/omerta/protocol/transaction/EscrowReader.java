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
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what the blocks of transaction 00 say of a consumer's funds. */
final class EscrowReader {
    static final String LOCK = "BALANCE_LOCK";
    static final String TOPUP = "BALANCE_TOPUP";
    static final String RELEASE = "BALANCE_RELEASE";

    private static final String RELEASE_VOTE = "LOCK_RELEASE_VOTE";

    /** The domain of {@code HASH} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    /**
     * Funds that a consumer's chain says are locked.
     *
     * @param decision hash of what the cabal decided
     * @param micros more than 0
     */
    record Lock(Hash session, Hash decision, PeerId provider, long micros, Cabal cabal, long expiresAtMillis) {}

    /** A lock raised to a new total. */
    record TopUp(Hash session, long totalMicros) {}

    private final TypedCodec lock;
    private final TypedCodec topUp;
    private final TypedCodec release;
    private final SignedBody releaseVote;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param escrow transaction 00, whose blocks are read */
    EscrowReader(TransactionSpec escrow, Hasher hasher, Verifier verifier) {
        this.lock = escrow.codec(LOCK);
        this.topUp = escrow.codec(TOPUP);
        this.release = escrow.codec(RELEASE);
        this.releaseVote = new SignedBody(Objects.requireNonNull(
                        escrow.message(RELEASE_VOTE), () -> "the transaction has no message " + RELEASE_VOTE)
                .body()
                .shape());
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** A lock of the chain's owner; nothing if the block claims what cannot be. */
    Optional<Lock> lock(Block block) {
        if (lock.check(block.body()) != null) {
            return Optional.empty();
        }
        Struct decision = struct(struct(block.body(), "result"), "decision");
        TreeSet<PeerId> witnesses = new TreeSet<>();
        ((ValueList) value(decision, "witnesses")).elements().forEach(witness -> witnesses.add((PeerId) witness));
        if (witnesses.isEmpty() || witnesses.size() > Cabal.MEMBERS_MAX || number(decision, "amount") == 0) {
            return Optional.empty();
        }
        return Optional.of(new Lock(
                (Hash) value(decision, "session_id"),
                hasher.hash(TUPLE, ValueList.of(decision)),
                (PeerId) value(decision, "provider"),
                number(decision, "amount"),
                Cabal.of(witnesses),
                ((Value.Timestamp) value(decision, "expires_at")).millis()));
    }

    Optional<TopUp> topUp(Block block) {
        if (topUp.check(block.body()) != null) {
            return Optional.empty();
        }
        Struct decision = struct(struct(block.body(), "result"), "decision");
        return Optional.of(new TopUp((Hash) value(decision, "session_id"), number(decision, "new_total")));
    }

    /** The session of a release, if a quorum of the lock's cabal has voted for it. */
    boolean isReleased(Block block, Lock held) {
        if (release.check(block.body()) != null) {
            return false;
        }
        TreeSet<PeerId> voters = new TreeSet<>();
        for (Value element : ((ValueList) value(block.body(), "votes")).elements()) {
            Struct vote = (Struct) element;
            PeerId witness = (PeerId) value(vote, "witness");
            if (value(vote, "session_id").equals(held.session())
                    && held.cabal().contains(witness)
                    && releaseVote.isSignedBy(witness, vote, hasher, verifier)) {
                voters.add(witness);
            }
        }
        return voters.size() >= held.cabal().quorum();
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
