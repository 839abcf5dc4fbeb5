package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a chain says of its owner's funds: which locks it records and which of them have been released. A lock costs its
 * owner, so that its word suffices; a release frees, so that it takes a quorum of the lock's witnesses.
 */
public final class ChainFunds {
    private static final String LOCK = "BALANCE_LOCK";
    private static final String TOPUP = "BALANCE_TOPUP";
    private static final String RELEASE = "BALANCE_RELEASE";
    private static final String RELEASE_VOTE = "LOCK_RELEASE_VOTE";

    private record Lock(long micros, Cabal cabal) {}

    private final TypedCodec lock;
    private final TypedCodec topUp;
    private final TypedCodec release;
    private final SignedBody releaseVote;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param escrow transaction 00, whose blocks are read */
    public ChainFunds(TransactionSpec escrow, Hasher hasher, Verifier verifier) {
        this.lock = escrow.codec(LOCK);
        this.topUp = escrow.codec(TOPUP);
        this.release = escrow.codec(RELEASE);
        this.releaseVote = escrow.model().messages().stream()
                .filter(message -> message.name().equals(RELEASE_VOTE))
                .map(message -> new SignedBody(message.body().shape()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the transaction has no message " + RELEASE_VOTE));
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /**
     * Micro-credits locked by session, or nothing if the chain records what cannot be.
     *
     * @param blocks verified, from the first one on
     */
    public Optional<Map<Hash, Long>> locked(List<Block> blocks) {
        Map<Hash, Lock> locks = new TreeMap<>();
        TreeSet<Hash> seen = new TreeSet<>();
        for (Block block : blocks) {
            boolean possible =
                    switch (block.type()) {
                        case LOCK -> lock(block.body(), locks, seen);
                        case TOPUP -> topUp(block.body(), locks);
                        case RELEASE -> release(block.body(), locks);
                        default -> true;
                    };
            if (!possible) {
                return Optional.empty();
            }
        }
        Map<Hash, Long> micros = new TreeMap<>();
        locks.forEach((session, held) -> micros.put(session, held.micros()));
        return Optional.of(micros);
    }

    private boolean lock(Struct body, Map<Hash, Lock> locks, TreeSet<Hash> seen) {
        if (lock.check(body) != null) {
            return false;
        }
        Struct decision = struct(struct(body, "result"), "decision");
        Hash session = (Hash) value(decision, "session_id");
        List<PeerId> witnesses = new ArrayList<>();
        for (Value witness : ((ValueList) value(decision, "witnesses")).elements()) {
            witnesses.add((PeerId) witness);
        }
        if (witnesses.isEmpty() || witnesses.size() > Cabal.MEMBERS_MAX || !seen.add(session)) {
            return false;
        }
        locks.put(session, new Lock(number(decision, "amount"), Cabal.of(witnesses)));
        return true;
    }

    private boolean topUp(Struct body, Map<Hash, Lock> locks) {
        if (topUp.check(body) != null) {
            return false;
        }
        Struct decision = struct(struct(body, "result"), "decision");
        Hash session = (Hash) value(decision, "session_id");
        Lock held = locks.get(session);
        if (held == null || number(decision, "new_total") < held.micros()) {
            return false;
        }
        locks.put(session, new Lock(number(decision, "new_total"), held.cabal()));
        return true;
    }

    private boolean release(Struct body, Map<Hash, Lock> locks) {
        if (release.check(body) != null) {
            return false;
        }
        Hash session = (Hash) value(body, "session_id");
        Lock held = locks.get(session);
        if (held == null || !isAgreed(session, held.cabal(), (ValueList) value(body, "votes"))) {
            return false;
        }
        locks.remove(session);
        return true;
    }

    private boolean isAgreed(Hash session, Cabal cabal, ValueList votes) {
        TreeSet<PeerId> voters = new TreeSet<>();
        for (Value element : votes.elements()) {
            Struct vote = (Struct) element;
            PeerId witness = (PeerId) value(vote, "witness");
            if (value(vote, "session_id").equals(session)
                    && cabal.contains(witness)
                    && releaseVote.isSignedBy(witness, vote, hasher, verifier)) {
                voters.add(witness);
            }
        }
        return voters.size() >= cabal.quorum();
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
