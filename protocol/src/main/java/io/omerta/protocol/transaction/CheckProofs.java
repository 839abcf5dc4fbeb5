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
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what blocks record of health checks. What those who are named did not sign is not read. */
final class CheckProofs {
    private static final String RECORD = "CHECK_RECORD";
    private static final String STATUS = "HEALTH_STATUS";
    private static final String SILENCE = "CABAL_SILENCE";
    private static final String SHARE = "CHECK_SHARE";
    private static final String ACCEPT = "TRIGGER_ACCEPT";

    /** The domain of {@code HASH} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    /**
     * What a quorum has signed.
     *
     * @param signers members of the cabal whose signatures are in the block, at least a quorum
     */
    record Result(Hash session, PeerId subject, CheckOutcome outcome, long timeMillis, SortedSet<PeerId> signers) {}

    /** That a member who had accepted a check was not heard of again, as the trigger peer says. */
    record Silence(Hash session, PeerId witness, long timeMillis) {}

    private final TypedCodec record;
    private final TypedCodec status;
    private final TypedCodec silence;
    private final SignedBody share;
    private final SignedBody accept;
    private final long cabalSize;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param health transaction 05, whose blocks are read */
    CheckProofs(TransactionSpec health, Hasher hasher, Verifier verifier) {
        this.record = health.codec(RECORD);
        this.status = health.codec(STATUS);
        this.silence = health.codec(SILENCE);
        this.share = signed(health, SHARE);
        this.accept = signed(health, ACCEPT);
        this.cabalSize = ((Value.Int) health.parameter("WITNESS_COUNT")).value();
        this.hasher = hasher;
        this.verifier = verifier;
    }

    private static SignedBody signed(TransactionSpec transaction, String name) {
        MessageModel message = transaction.message(name);
        if (message == null) {
            throw new IllegalArgumentException("the transaction has no message " + name);
        }
        return new SignedBody(message.body().shape());
    }

    /**
     * The result in a block, if a quorum of its cabal has signed it.
     *
     * @param candidates who may belong to a cabal: signatures of others count for nothing, since anybody can make peers
     */
    Optional<Result> result(Block block, SortedSet<PeerId> candidates) {
        if (!isRecord(block) && !(block.type().equals(STATUS) && status.check(block.body()) == null)) {
            return Optional.empty();
        }
        Struct result = (Struct) value(block.body(), "result");
        Struct decision = (Struct) value(result, "decision");
        TreeSet<PeerId> members = peers(value(decision, "witnesses"));
        PeerId subject = (PeerId) value(decision, "subject");
        if (members.size() != cabalSize
                || members.contains(subject)
                || members.contains((PeerId) value(decision, "trigger_peer"))) {
            return Optional.empty();
        }
        members.retainAll(candidates);
        Hash session = (Hash) value(decision, "session_id");
        Hash decided = hasher.hash(TUPLE, ValueList.of(decision));
        TreeSet<PeerId> signers = new TreeSet<>();
        for (Value element : ((ValueList) value(result, "shares")).elements()) {
            Struct body = (Struct) element;
            PeerId witness = (PeerId) value(body, "witness");
            if (members.contains(witness)
                    && value(body, "session_id").equals(session)
                    && value(body, "decision_hash").equals(decided)
                    && share.isSignedBy(witness, body, hasher, verifier)) {
                signers.add(witness);
            }
        }
        if (signers.size() < Cabal.quorumOf((int) cabalSize)) {
            return Optional.empty();
        }
        return Optional.of(
                new Result(session, subject, CheckOutcome.of(value(decision, "outcome")), millis(decision), signers));
    }

    /** Who of the cabal has signed the opposite of what the quorum of the block's result found. */
    SortedSet<PeerId> dissenters(Block block, Result result) {
        TreeSet<PeerId> dissenters = new TreeSet<>();
        // Whoever abstains contradicts nobody.
        if (!isRecord(block) || result.outcome() == CheckOutcome.PARTIAL) {
            return dissenters;
        }
        for (Value element : ((ValueList) value(block.body(), "dissents")).elements()) {
            Struct body = (Struct) element;
            PeerId witness = (PeerId) value(body, "witness");
            CheckOutcome outcome = CheckOutcome.of(value(body, "outcome"));
            if (outcome != CheckOutcome.PARTIAL
                    && outcome != result.outcome()
                    && value(body, "session_id").equals(result.session())
                    && share.isSignedBy(witness, body, hasher, verifier)) {
                dissenters.add(witness);
            }
        }
        return dissenters;
    }

    /** Who is said to have been silent; that they had accepted the check, they have signed. */
    List<Silence> silences(Block block) {
        List<Silence> silences = new ArrayList<>();
        if (!block.type().equals(SILENCE) || silence.check(block.body()) != null) {
            return silences;
        }
        Hash session = (Hash) value(block.body(), "session_id");
        for (Value element : ((ValueList) value(block.body(), "silent")).elements()) {
            Struct body = (Struct) element;
            PeerId witness = (PeerId) value(body, "witness");
            if (value(body, "session_id").equals(session) && accept.isSignedBy(witness, body, hasher, verifier)) {
                silences.add(new Silence(session, witness, millis(body)));
            }
        }
        return silences;
    }

    private boolean isRecord(Block block) {
        return block.type().equals(RECORD) && record.check(block.body()) == null;
    }

    private static TreeSet<PeerId> peers(Value list) {
        TreeSet<PeerId> peers = new TreeSet<>();
        ((ValueList) list).elements().forEach(peer -> peers.add((PeerId) peer));
        return peers;
    }

    private static long millis(Struct of) {
        return ((Value.Timestamp) value(of, "timestamp")).millis();
    }

    private static Value value(Struct of, String field) {
        return Objects.requireNonNull(of.get(field), field);
    }
}
