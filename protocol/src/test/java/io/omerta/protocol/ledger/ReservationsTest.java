package io.omerta.protocol.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.ledger.Reservations.Result;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReservationsTest {
    private final Neighbours neighbours = new Neighbours();
    private final PeerId consumer = neighbours.peer(1);
    private final Reservations reservations = new Reservations(4, 10);

    private Reservation reservation(long session, long micros) {
        return reservation(consumer, session, micros, 0, 100);
    }

    private Reservation reservation(PeerId peer, long session, long micros, long from, long until) {
        return new Reservation(neighbours.hash(session), peer, micros, from, until);
    }

    @Test
    void sumOfReservationsIsAtMostTheBalance() {
        assertEquals(Result.RESERVED, reservations.reserve(reservation(1, 80), 100, 0));
        assertEquals(Result.INSUFFICIENT_FUNDS, reservations.reserve(reservation(2, 80), 100, 0));
        assertEquals(Result.RESERVED, reservations.reserve(reservation(3, 20), 100, 0));
        assertEquals(100, reservations.reservedMicros(consumer, 0));
        assertEquals(0, reservations.freeMicros(consumer, 100, 0));
    }

    @Test
    void sameRequestAgainReservesNothingMore() {
        reservations.reserve(reservation(1, 60), 100, 0);
        assertEquals(Result.ALREADY_RESERVED, reservations.reserve(reservation(1, 60), 100, 0));
        assertEquals(Result.OTHER_TERMS, reservations.reserve(reservation(1, 30), 100, 0));
        assertEquals(60, reservations.reservedMicros(consumer, 0));
    }

    @Test
    void fundsOfOneConsumerAreNotThoseOfAnother() {
        reservations.reserve(reservation(1, 100), 100, 0);
        assertEquals(Result.RESERVED, reservations.reserve(reservation(neighbours.peer(2), 2, 50, 0, 100), 50, 0));
    }

    @Test
    void fundsAreFreeWhenTheTimeIsOver() {
        reservations.reserve(reservation(1, 100), 100, 0);
        assertEquals(100, reservations.reservedMicros(consumer, 99));
        assertEquals(0, reservations.reservedMicros(consumer, 100));
        assertEquals(Optional.empty(), reservations.held(consumer, neighbours.hash(1), 100));
        assertEquals(Result.RESERVED, reservations.reserve(reservation(consumer, 2, 100, 50, 200), 100, 100));
    }

    @Test
    void expiryTellsWhatIsFreed() {
        reservations.reserve(reservation(1, 10), 100, 0);
        reservations.reserve(reservation(consumer, 2, 10, 0, 200), 100, 0);
        assertEquals(List.of(reservation(1, 10)), reservations.expire(150));
        assertEquals(List.of(), reservations.expire(150));
        assertEquals(Result.UNKNOWN_SESSION, reservations.prolong(consumer, neighbours.hash(1), 300, 150));
    }

    @Test
    void requestForATimeThatIsOverIsRefused() {
        assertEquals(Result.EXPIRED, reservations.reserve(reservation(1, 10), 100, 100));
    }

    @Test
    void topUpNeedsFreeFunds() {
        reservations.reserve(reservation(1, 60), 100, 0);
        reservations.reserve(reservation(2, 30), 100, 0);
        assertEquals(Result.INSUFFICIENT_FUNDS, reservations.increase(consumer, neighbours.hash(1), 11, 100, 0));
        assertEquals(Result.RESERVED, reservations.increase(consumer, neighbours.hash(1), 10, 100, 0));
        assertEquals(100, reservations.reservedMicros(consumer, 0));
        assertEquals(Result.UNKNOWN_SESSION, reservations.increase(consumer, neighbours.hash(9), 1, 100, 0));
        assertThrows(
                IllegalArgumentException.class, () -> reservations.increase(consumer, neighbours.hash(1), 0, 100, 0));
    }

    @Test
    void finalLockIsKeptForLonger() {
        reservations.reserve(reservation(1, 60), 100, 0);
        assertEquals(Result.RESERVED, reservations.prolong(consumer, neighbours.hash(1), 500, 50));
        assertEquals(60, reservations.reservedMicros(consumer, 499));
        reservations.prolong(consumer, neighbours.hash(1), 400, 50);
        assertEquals(60, reservations.reservedMicros(consumer, 499), "never for less long");
    }

    @Test
    void releasedFundsAreFree() {
        reservations.reserve(reservation(1, 60), 100, 0);
        reservations.release(consumer, neighbours.hash(1));
        reservations.release(consumer, neighbours.hash(1));
        assertEquals(0, reservations.reservedMicros(consumer, 0));
    }

    @Test
    void balanceThatFellBelowWhatIsReservedLeavesNothingFree() {
        reservations.reserve(reservation(1, 60), 100, 0);
        assertEquals(0, reservations.freeMicros(consumer, 40, 0));
    }

    @Test
    void overlappingLocksAreFound() {
        reservations.reserve(reservation(consumer, 1, 10, 0, 100), 100, 0);
        reservations.reserve(reservation(consumer, 2, 10, 100, 200), 100, 0);
        reservations.reserve(reservation(neighbours.peer(2), 3, 10, 0, 200), 100, 0);
        assertEquals(List.of(reservation(1, 10)), reservations.overlapping(reservation(consumer, 4, 1, 99, 100)));
        assertEquals(
                2,
                reservations.overlapping(reservation(consumer, 4, 1, 99, 101)).size());
        assertEquals(List.of(), reservations.overlapping(reservation(consumer, 4, 1, 200, 300)));
        assertEquals(List.of(), reservations.overlapping(reservation(1, 10)), "not with itself");
    }

    @Test
    void tableIsBoundedForEachConsumerAndInAll() {
        for (int session = 0; session < 4; session++) {
            assertEquals(Result.RESERVED, reservations.reserve(reservation(session, 1), 100, 0));
        }
        assertEquals(Result.TOO_MANY, reservations.reserve(reservation(4, 1), 100, 0));
        for (int peer = 2; peer < 8; peer++) {
            assertEquals(Result.RESERVED, reservations.reserve(reservation(neighbours.peer(peer), 1, 1, 0, 100), 1, 0));
        }
        assertEquals(Result.TOO_MANY, reservations.reserve(reservation(neighbours.peer(8), 1, 1, 0, 100), 1, 0));
        assertEquals(Result.RESERVED, reservations.reserve(reservation(neighbours.peer(8), 1, 1, 0, 200), 1, 100));
    }

    @Test
    void noSequenceOfRequestsReservesMoreThanTheBalance() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Reservations table = new Reservations(50, 100);
            long now = 0;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(3);
                PeerId peer = neighbours.peer(random.nextInt(2));
                int session = random.nextInt(20);
                switch (random.nextInt(5)) {
                    case 0 -> table.release(peer, neighbours.hash(session));
                    case 1 -> table.increase(peer, neighbours.hash(session), 1 + random.nextInt(20), 100, now);
                    case 2 -> table.prolong(peer, neighbours.hash(session), now + random.nextInt(20), now);
                    default -> table.reserve(
                            reservation(peer, session, 1 + random.nextInt(40), now, now + 1 + random.nextInt(20)),
                            100,
                            now);
                }
                long reserved = table.reservedMicros(peer, now);
                assertTrue(reserved <= 100, "seed " + seed + ", step " + i + ": " + reserved);
            }
        }
    }

    @Test
    void reservationOfNothingOrOfNoTimeIsNone() {
        assertThrows(IllegalArgumentException.class, () -> reservation(1, 0));
        assertThrows(IllegalArgumentException.class, () -> reservation(1, -1));
        assertThrows(IllegalArgumentException.class, () -> reservation(consumer, 1, 1, 5, 5));
        assertThrows(IllegalArgumentException.class, () -> reservation(consumer, 1, 1, -1, 5));
    }
}
