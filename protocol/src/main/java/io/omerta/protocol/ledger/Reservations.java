package io.omerta.protocol.ledger;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one witness keeps reserved of others' funds, across all sessions: whenever it reserves, the sum for a consumer is at
 * most the balance that it observes. Funds that were agreed to twice are thereby refused the second time.
 *
 * <p>Bounded, in all and for each consumer, so that one consumer's small sessions keep out nobody else's. Mutable; owned by
 * one machine.
 */
public final class Reservations {
    /** What became of a request to reserve. */
    public enum Result {
        /** The funds are reserved. */
        RESERVED,
        /** The session had reserved exactly this before. */
        ALREADY_RESERVED,
        /** The session has reserved something else. */
        OTHER_TERMS,
        /** The session has reserved nothing. */
        UNKNOWN_SESSION,
        /** What is free of the balance is less. */
        INSUFFICIENT_FUNDS,
        /** The time is over. */
        EXPIRED,
        /** There are as many reservations as there may be. */
        TOO_MANY
    }

    private final int perConsumerMax;
    private final int reservationsMax;
    private final TreeMap<PeerId, TreeMap<Hash, Reservation>> byConsumer = new TreeMap<>();
    private int size;

    /**
     * @param perConsumerMax most reservations of one consumer
     * @param reservationsMax most reservations of all
     */
    public Reservations(int perConsumerMax, int reservationsMax) {
        this.perConsumerMax = perConsumerMax;
        this.reservationsMax = reservationsMax;
    }

    /**
     * Reserves funds for a session that has none.
     *
     * @param observedMicros the consumer's balance
     */
    public Result reserve(Reservation wanted, long observedMicros, long nowMillis) {
        expire(nowMillis);
        if (wanted.untilMillis() <= nowMillis) {
            return Result.EXPIRED;
        }
        Reservation held = find(wanted.consumer(), wanted.session());
        if (held != null) {
            return held.equals(wanted) ? Result.ALREADY_RESERVED : Result.OTHER_TERMS;
        }
        if (wanted.micros() > freeMicros(wanted.consumer(), observedMicros, nowMillis)) {
            return Result.INSUFFICIENT_FUNDS;
        }
        TreeMap<Hash, Reservation> sessions = byConsumer.getOrDefault(wanted.consumer(), new TreeMap<>());
        if (size >= reservationsMax || sessions.size() >= perConsumerMax) {
            return Result.TOO_MANY;
        }
        sessions.put(wanted.session(), wanted);
        byConsumer.put(wanted.consumer(), sessions);
        size++;
        return Result.RESERVED;
    }

    /**
     * Reserves more funds for a session that has some.
     *
     * @param additionalMicros more than 0
     * @param observedMicros the consumer's balance, of which what is reserved already is a part
     */
    public Result increase(PeerId consumer, Hash session, long additionalMicros, long observedMicros, long nowMillis) {
        expire(nowMillis);
        Reservation held = find(consumer, session);
        if (held == null) {
            return Result.UNKNOWN_SESSION;
        }
        if (additionalMicros <= 0) {
            throw new IllegalArgumentException(
                    "the increase is more than 0 micro-credits, but was " + additionalMicros);
        }
        if (additionalMicros > freeMicros(consumer, observedMicros, nowMillis)) {
            return Result.INSUFFICIENT_FUNDS;
        }
        replace(new Reservation(
                session, consumer, held.micros() + additionalMicros, held.fromMillis(), held.untilMillis()));
        return Result.RESERVED;
    }

    /**
     * Keeps the funds of a session for longer, as when the lock became final. Never for less long.
     *
     * @param untilMillis until before when
     */
    public Result prolong(PeerId consumer, Hash session, long untilMillis, long nowMillis) {
        expire(nowMillis);
        Reservation held = find(consumer, session);
        if (held == null) {
            return Result.UNKNOWN_SESSION;
        }
        replace(new Reservation(
                session, consumer, held.micros(), held.fromMillis(), Math.max(untilMillis, held.untilMillis())));
        return Result.RESERVED;
    }

    /** Frees the funds of a session; nothing happens if there are none. */
    public void release(PeerId consumer, Hash session) {
        TreeMap<Hash, Reservation> sessions = byConsumer.get(consumer);
        if (sessions != null && sessions.remove(session) != null) {
            size--;
            if (sessions.isEmpty()) {
                byConsumer.remove(consumer);
            }
        }
    }

    /** What a session has reserved, if its time is not over. */
    public Optional<Reservation> held(PeerId consumer, Hash session, long nowMillis) {
        return Optional.ofNullable(find(consumer, session)).filter(held -> held.untilMillis() > nowMillis);
    }

    /** The sum that is reserved of a consumer's funds. */
    public long reservedMicros(PeerId consumer, long nowMillis) {
        long micros = 0;
        for (Reservation held : sessions(consumer)) {
            micros += held.untilMillis() > nowMillis ? held.micros() : 0;
        }
        return micros;
    }

    /** What is left of a balance, at least 0. */
    public long freeMicros(PeerId consumer, long observedMicros, long nowMillis) {
        long reserved = reservedMicros(consumer, nowMillis);
        return observedMicros > reserved ? observedMicros - reserved : 0;
    }

    /** What other sessions have reserved of the same funds at some moment of a reservation, in the order of sessions. */
    public List<Reservation> overlapping(Reservation reservation) {
        return sessions(reservation.consumer()).stream()
                .filter(held -> !held.session().equals(reservation.session()) && held.overlaps(reservation))
                .toList();
    }

    /** Frees what is over; returns it, in the order of consumers and sessions. */
    public List<Reservation> expire(long nowMillis) {
        List<Reservation> over = new ArrayList<>();
        for (Iterator<TreeMap<Hash, Reservation>> all = byConsumer.values().iterator(); all.hasNext(); ) {
            TreeMap<Hash, Reservation> sessions = all.next();
            sessions.values().stream()
                    .filter(held -> held.untilMillis() <= nowMillis)
                    .forEach(over::add);
            sessions.values().removeIf(held -> held.untilMillis() <= nowMillis);
            if (sessions.isEmpty()) {
                all.remove();
            }
        }
        size -= over.size();
        return over;
    }

    private void replace(Reservation reservation) {
        TreeMap<Hash, Reservation> sessions = byConsumer.get(reservation.consumer());
        if (sessions != null) {
            sessions.put(reservation.session(), reservation);
        }
    }

    private @Nullable Reservation find(PeerId consumer, Hash session) {
        TreeMap<Hash, Reservation> sessions = byConsumer.get(consumer);
        return sessions == null ? null : sessions.get(session);
    }

    private List<Reservation> sessions(PeerId consumer) {
        TreeMap<Hash, Reservation> sessions = byConsumer.get(consumer);
        return sessions == null ? List.of() : List.copyOf(sessions.values());
    }
}
