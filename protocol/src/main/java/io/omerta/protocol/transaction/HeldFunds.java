package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a witness holds of others' funds, across all sessions, as its chain records it: a reservation while the lock is
 * decided, which expires and which the consumer has of its own funds too, and a commitment when it is final, until it is released. What a settlement has charged is spent
 * for good, also of a consumer that does not show it. Mutable; owned by one chain.
 */
public final class HeldFunds {
    private static final String RESERVATION = "WITNESS_RESERVATION";
    private static final String OWN_RESERVATION = "CONSUMER_RESERVATION";
    private static final String COMMITMENT = "WITNESS_COMMITMENT";
    private static final String RELEASE = "RESERVATION_RELEASED";
    private static final String SETTLEMENT = "SETTLEMENT_COMMITMENT";

    private record Held(long reservedMicros, long untilMillis, long committedMicros, long chargedMicros) {
        static final Held NOTHING = new Held(0, 0, 0, 0);

        long heldMicros(long nowMillis) {
            return nowMillis < untilMillis ? Math.max(reservedMicros, committedMicros) : committedMicros;
        }

        long micros(long nowMillis) {
            return Math.max(heldMicros(nowMillis), chargedMicros);
        }
    }

    private final TreeMap<PeerId, TreeMap<Hash, Held>> byConsumer = new TreeMap<>();

    HeldFunds() {}

    void observe(Block block) {
        Struct body = block.body();
        if (!(body.get("session_id") instanceof Hash session) || !(body.get("consumer") instanceof PeerId consumer)) {
            return;
        }
        switch (block.type()) {
            case RESERVATION, OWN_RESERVATION -> {
                if (body.get("amount") instanceof Value.Int amount
                        && body.get("expires_at") instanceof Value.Timestamp until) {
                    put(
                            consumer,
                            session,
                            new Held(amount.value(), until.millis(), committedMicros(consumer, session), 0));
                }
            }
            case COMMITMENT -> {
                if (body.get("amount") instanceof Value.Int amount) {
                    put(consumer, session, new Held(0, 0, amount.value(), 0));
                }
            }
            case SETTLEMENT -> {
                if (body.get("payment") instanceof Value.Int payment && body.get("burn") instanceof Value.Int burn) {
                    put(consumer, session, new Held(0, 0, 0, payment.value() + burn.value()));
                }
            }
            case RELEASE -> release(consumer, session);
            default -> {}
        }
    }

    /** Micro-credits that are locked for a session by a final lock. */
    public long committedMicros(PeerId consumer, Hash session) {
        return byConsumer
                .getOrDefault(consumer, new TreeMap<>())
                .getOrDefault(session, Held.NOTHING)
                .committedMicros();
    }

    private void put(PeerId consumer, Hash session, Held held) {
        byConsumer.computeIfAbsent(consumer, peer -> new TreeMap<>()).put(session, held);
    }

    private void release(PeerId consumer, Hash session) {
        TreeMap<Hash, Held> sessions = byConsumer.get(consumer);
        if (sessions == null) {
            return;
        }
        sessions.computeIfPresent(
                session, (id, held) -> held.chargedMicros() == 0 ? null : new Held(0, 0, 0, held.chargedMicros()));
        if (sessions.isEmpty()) {
            byConsumer.remove(consumer);
        }
    }

    /** Micro-credits of a consumer that are held for those sessions, or were charged by them; at most what fits. */
    public long micros(PeerId consumer, Predicate<Hash> sessions, long nowMillis) {
        long micros = 0;
        for (var entry : byConsumer.getOrDefault(consumer, new TreeMap<>()).entrySet()) {
            if (sessions.test(entry.getKey())) {
                micros += Math.min(entry.getValue().micros(nowMillis), Long.MAX_VALUE - micros);
            }
        }
        return micros;
    }
}
