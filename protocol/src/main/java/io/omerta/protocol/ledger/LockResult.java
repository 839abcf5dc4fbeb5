package io.omerta.protocol.ledger;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.FIXED;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * That a consumer's funds are locked for a session: what the witnesses, the consumer and the provider sign, all the same
 * hash. It holds nothing that is one witness's own; the balance is the one that anybody computes from the consumer's chain
 * up to the head named here.
 *
 * @param reservation session, consumer, amount and time
 * @param provider for whom the funds are
 * @param cabal who witnesses
 * @param checkpoint block of the provider's chain from which the witnesses were drawn
 * @param consumerHead block of the consumer's chain up to which the balance was computed
 * @param balanceMicros the consumer's balance after that block, micro-credits: net of the locks that the chain records
 * @param terms of the settlement
 */
public record LockResult(
        Reservation reservation,
        PeerId provider,
        Cabal cabal,
        Checkpoint checkpoint,
        Checkpoint consumerHead,
        long balanceMicros,
        SettlementTerms terms) {
    static final int ENCODED_BYTES_MAX = 40 * Cabal.MEMBERS_MAX + 1024;

    private static final HashDomain DOMAIN = HashDomain.of("omerta.lock");

    public static final RecordCodec<LockResult> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of(
                            "LockResult",
                            "session_id",
                            "consumer",
                            "amount",
                            "locked_from",
                            "locked_until",
                            "provider",
                            "witnesses",
                            "checkpoint_height",
                            "checkpoint",
                            "consumer_height",
                            "consumer_head",
                            "balance",
                            "hourly_rate",
                            "provider_trust_milli",
                            "payment_ppm"),
                    List.of(
                            HASH,
                            PEER_ID,
                            FIXED,
                            TIMESTAMP,
                            TIMESTAMP,
                            PEER_ID,
                            Cabal.TYPE,
                            UINT,
                            HASH,
                            UINT,
                            HASH,
                            FIXED,
                            FIXED,
                            UINT,
                            UINT)),
            ENCODED_BYTES_MAX,
            LockResult::toStruct,
            LockResult::read);

    public LockResult {
        if (!checkpoint.owner().equals(provider)) {
            throw new IllegalArgumentException("the checkpoint is a block of the provider's chain");
        }
        if (!consumerHead.owner().equals(reservation.consumer())) {
            throw new IllegalArgumentException("the head is a block of the consumer's chain");
        }
        if (reservation.micros() > balanceMicros) {
            throw new IllegalArgumentException("at most the balance of " + balanceMicros
                    + " micro-credits can be locked, but " + reservation.micros() + " are");
        }
    }

    /** What is signed. */
    public Hash hash(Hasher hasher) {
        return hasher.hash(DOMAIN, toStruct());
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                reservation.session(),
                reservation.consumer(),
                new Value.Fixed(reservation.micros()),
                new Value.Timestamp(reservation.fromMillis()),
                new Value.Timestamp(reservation.untilMillis()),
                provider,
                cabal.toValue(),
                new Value.Int(checkpoint.height()),
                checkpoint.hash(),
                new Value.Int(consumerHead.height()),
                consumerHead.hash(),
                new Value.Fixed(balanceMicros),
                new Value.Fixed(terms.rateMicrosPerHour()),
                new Value.Int(terms.trustMilli()),
                new Value.Int(terms.paymentPpm()));
    }

    private static LockResult read(List<Value> values) {
        PeerId consumer = (PeerId) values.get(1);
        PeerId provider = (PeerId) values.get(5);
        return new LockResult(
                new Reservation(
                        (Hash) values.get(0),
                        consumer,
                        micros(values.get(2)),
                        ((Value.Timestamp) values.get(3)).millis(),
                        ((Value.Timestamp) values.get(4)).millis()),
                provider,
                Cabal.fromValue(values.get(6)),
                new Checkpoint(provider, number(values.get(7)), (Hash) values.get(8)),
                new Checkpoint(consumer, number(values.get(9)), (Hash) values.get(10)),
                micros(values.get(11)),
                new SettlementTerms(micros(values.get(12)), number(values.get(13)), number(values.get(14))));
    }

    private static long micros(Value value) {
        return ((Value.Fixed) value).micros();
    }

    private static long number(Value value) {
        return ((Value.Int) value).value();
    }
}
