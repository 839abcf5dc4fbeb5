package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.ledger.Settlement;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the settlements that the blocks of transaction 02 carry, and verifies their signatures. */
final class SettlementReader {
    static final String UNLOCK = "BALANCE_UNLOCK";
    static final String PAYMENT = "PAYMENT_RECEIVED";

    private static final String SHARE = "SETTLEMENT_SHARE";

    /** The domain of {@code HASH} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    private final TypedCodec unlock;
    private final TypedCodec payment;
    private final SignedBody share;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param settlement transaction 02 */
    SettlementReader(TransactionSpec settlement, Hasher hasher, Verifier verifier) {
        this.unlock = settlement.codec(UNLOCK);
        this.payment = settlement.codec(PAYMENT);
        this.share = new SignedBody(
                Objects.requireNonNull(settlement.message(SHARE)).body().shape());
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** The settlement in a block; nothing if it has none, or one that no quorum signed. */
    Optional<SettlementRecord> read(Block block) {
        TypedCodec codec = codec(block);
        return codec == null || codec.check(block.body()) != null ? Optional.empty() : verified(block.body());
    }

    private @Nullable TypedCodec codec(Block block) {
        return switch (block.type()) {
            case UNLOCK -> unlock;
            case PAYMENT -> payment;
            default -> null;
        };
    }

    /** The session that a party's block settles, by this block; whether it is signed as it must be is not looked at. */
    Optional<EscrowReader.Session> settled(Block block) {
        TypedCodec codec = codec(block);
        if (codec == null || codec.check(block.body()) != null) {
            return Optional.empty();
        }
        Struct settlement = (Struct) value(block.body(), "settlement");
        String counterparty = block.type().equals(UNLOCK) ? "provider" : "consumer";
        return Optional.of(new EscrowReader.Session(
                (Hash) value(settlement, "session_id"), (PeerId) value(settlement, counterparty), (Hash)
                        value(settlement, "lock_hash")));
    }

    /** Whether a block of this transaction is not what its owner could have written, whatever else is on the chain. */
    boolean isRefuted(Block block) {
        return codec(block) != null && read(block).isEmpty();
    }

    private Optional<SettlementRecord> verified(Struct body) {
        Struct settlement = (Struct) value(body, "settlement");
        Hash session = (Hash) value(settlement, "session_id");
        Optional<Cabal> cabal = cabal(settlement);
        if (cabal.isEmpty() || !value(body, "session_id").equals(session)) {
            return Optional.empty();
        }
        TreeMap<PeerId, Long> signed =
                signed(session, hasher.hash(TUPLE, ValueList.of(settlement)), cabal.get(), (ValueList)
                        value(body, "signatures"));
        if (signed.size() < cabal.get().quorum()) {
            return Optional.empty();
        }
        List<Long> times = new ArrayList<>(signed.values());
        Collections.sort(times);
        return signed(settlement, new TreeSet<>(signed.keySet()), times.get((times.size() - 1) / 2));
    }

    /**
     * The record of a {@code Settlement}; nothing if it is one that cannot be.
     *
     * @param signers a quorum of its cabal, verified
     * @param timeMillis when they signed
     */
    Optional<SettlementRecord> signed(Struct settlement, SortedSet<PeerId> signers, long timeMillis) {
        Settlement parts =
                new Settlement(number(settlement, "payment"), number(settlement, "burn"), number(settlement, "refund"));
        return cabal(settlement)
                .filter(cabal -> parts.dividesExactly(number(settlement, "escrow")))
                .map(cabal -> new SettlementRecord(
                        (Hash) value(settlement, "session_id"),
                        (Hash) value(settlement, "lock_hash"),
                        (PeerId) value(settlement, "consumer"),
                        (PeerId) value(settlement, "provider"),
                        cabal,
                        !member(settlement, "basis").equals("UNATTESTED"),
                        value(settlement, "reason") instanceof Value.EnumMember reason ? reason.name() : null,
                        number(settlement, "paid_seconds"),
                        parts,
                        Collections.unmodifiableSortedSet(signers),
                        timeMillis));
    }

    private static Optional<Cabal> cabal(Struct settlement) {
        TreeSet<PeerId> witnesses = new TreeSet<>();
        ((ValueList) value(settlement, "witnesses")).elements().forEach(witness -> witnesses.add((PeerId) witness));
        return witnesses.isEmpty() || witnesses.size() > Cabal.MEMBERS_MAX
                ? Optional.empty()
                : Optional.of(Cabal.of(witnesses));
    }

    /** When each member of the cabal signed a settlement, of those that did. */
    private TreeMap<PeerId, Long> signed(Hash session, Hash settlement, Cabal cabal, ValueList shares) {
        TreeMap<PeerId, Long> signed = new TreeMap<>();
        for (Value element : shares.elements()) {
            Struct body = (Struct) element;
            PeerId witness = (PeerId) value(body, "witness");
            if (value(body, "session_id").equals(session)
                    && value(body, "settlement_hash").equals(settlement)
                    && cabal.contains(witness)
                    && !signed.containsKey(witness)
                    && share.isSignedBy(witness, body, hasher, verifier)) {
                signed.put(witness, ((Value.Timestamp) value(body, "timestamp")).millis());
            }
        }
        return signed;
    }

    private static String member(Struct of, String field) {
        return ((Value.EnumMember) value(of, field)).name();
    }

    private static long number(Struct of, String field) {
        return ((Value.Int) value(of, field)).value();
    }

    private static Value value(Struct of, String field) {
        return of.get(of.shape().indexOf(field));
    }
}
