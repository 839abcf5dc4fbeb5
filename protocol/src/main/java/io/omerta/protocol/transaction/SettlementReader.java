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
import java.util.TreeMap;
import java.util.TreeSet;

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
        TypedCodec codec =
                switch (block.type()) {
                    case UNLOCK -> unlock;
                    case PAYMENT -> payment;
                    default -> null;
                };
        return codec == null || codec.check(block.body()) != null ? Optional.empty() : verified(block.body());
    }

    private Optional<SettlementRecord> verified(Struct body) {
        Struct settlement = (Struct) value(body, "settlement");
        Hash session = (Hash) value(settlement, "session_id");
        TreeSet<PeerId> witnesses = new TreeSet<>();
        ((ValueList) value(settlement, "witnesses")).elements().forEach(witness -> witnesses.add((PeerId) witness));
        Settlement parts =
                new Settlement(number(settlement, "payment"), number(settlement, "burn"), number(settlement, "refund"));
        if (!value(body, "session_id").equals(session)
                || witnesses.isEmpty()
                || witnesses.size() > Cabal.MEMBERS_MAX
                || !parts.dividesExactly(number(settlement, "escrow"))) {
            return Optional.empty();
        }
        Cabal cabal = Cabal.of(witnesses);
        TreeMap<PeerId, Long> signed = signed(
                session, hasher.hash(TUPLE, ValueList.of(settlement)), cabal, (ValueList) value(body, "signatures"));
        if (signed.size() < cabal.quorum()) {
            return Optional.empty();
        }
        List<Long> times = new ArrayList<>(signed.values());
        Collections.sort(times);
        return Optional.of(new SettlementRecord(
                session,
                (Hash) value(settlement, "lock_hash"),
                (PeerId) value(settlement, "consumer"),
                (PeerId) value(settlement, "provider"),
                cabal,
                !member(settlement, "basis").equals("UNATTESTED"),
                value(settlement, "reason") instanceof Value.EnumMember reason ? reason.name() : null,
                number(settlement, "paid_seconds"),
                parts,
                Collections.unmodifiableSortedSet(new TreeSet<>(signed.keySet())),
                times.get((times.size() - 1) / 2)));
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
