package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTrustTest {
    private final Neighbours neighbours = new Neighbours();

    private SettledSession session(int number, long seconds, long weightMilli, long verificationMilli) {
        return new SettledSession(
                neighbours.hash(number),
                neighbours.peer(1),
                neighbours.peer(2),
                seconds,
                weightMilli,
                verificationMilli,
                0);
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 1000, 1000, 1000",
        "7200, 1000, 1000, 2000",
        "3600, 2500, 1000, 2500",
        "3600, 1000,  950,  950",
        "   3, 1000, 1000,    0",
        "   4, 1000, 1000,    1",
        "3600, 1000,    0,    0",
        "   0, 1000, 1000,    0"
    })
    void hourOfTheReferenceMachineEarnsOne(long seconds, long weight, long verification, long creditMilli) {
        assertEquals(creditMilli, session(1, seconds, weight, verification).creditMilli());
    }

    /** 10 hours, less by e after a year and by e^2 after two. */
    @ParameterizedTest
    @CsvSource({"0, 10000", "365, 3678", "730, 1353", "36500, 0"})
    void whatIsLongAgoEarnsLess(long ageDays, long creditMilli) {
        SettledSession old = new SettledSession(
                neighbours.hash(1), neighbours.peer(1), neighbours.peer(2), 36_000, 1000, 1000, ageDays);
        assertEquals(creditMilli, old.creditMilli());
    }

    @Test
    void largestSessionDoesNotOverflow() {
        SettledSession largest = session(1, SettledSession.SECONDS_MAX, SettledSession.WEIGHT_MILLI_MAX, 1000);
        assertEquals(SettledSession.SECONDS_MAX / 3600 * 1_000_000, largest.creditMilli());
        assertThrows(IllegalArgumentException.class, () -> session(1, SettledSession.SECONDS_MAX + 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> session(1, 1, SettledSession.WEIGHT_MILLI_MAX + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> session(1, 1, 1, 1001));
        assertThrows(IllegalArgumentException.class, () -> session(1, -1, 1, 1));
    }

    @Test
    void sessionsAddUpAndPenaltiesAreTakenOff() {
        List<SettledSession> sessions = List.of(session(1, 3600, 1000, 1000), session(2, 7200, 1000, 1000));
        assertEquals(3_000, ProviderTrust.milli(sessions, 0, 90));
        assertEquals(2_200, ProviderTrust.milli(sessions, 800, 90));
        assertEquals(0, ProviderTrust.milli(sessions, 4_000, 90));
        assertEquals(0, ProviderTrust.milli(List.of(), 0, 1_000));
    }

    @Test
    void sessionThatOccursTwiceCountsOnce() {
        List<SettledSession> sessions = List.of(session(1, 3600, 1000, 1000), session(1, 7200, 1000, 1000));
        assertEquals(1_000, ProviderTrust.milli(sessions, 0, 90));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 11", "45, 500", "89, 988", "90, 1000", "91, 1000", "100000, 1000", "-3, 0"})
    void ageTakesLessUntilMaturityAndNeverAdds(long ageDays, long trustMilli) {
        assertEquals(trustMilli, ProviderTrust.milli(List.of(session(1, 3600, 1000, 1000)), 0, ageDays));
    }

    @Test
    void derateOfALargeTrustDoesNotOverflow() {
        assertEquals(Long.MAX_VALUE, AgeDerate.derated(Long.MAX_VALUE, 90));
        assertEquals(Long.MAX_VALUE / 2, AgeDerate.derated(Long.MAX_VALUE, 45));
        assertEquals(0, AgeDerate.derated(-7, 90));
    }

    /** The same work done by several identities instead of one, all of the same age. */
    @Test
    void splittingAProviderNeverGivesMoreTrust() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int identities = 2 + random.nextInt(9);
            long age = random.nextInt(120);
            List<SettledSession> all = new ArrayList<>();
            List<List<SettledSession>> parts = new ArrayList<>();
            for (int j = 0; j < identities; j++) {
                parts.add(new ArrayList<>());
            }
            for (int number = 0; number < 20; number++) {
                SettledSession session =
                        session(number, random.nextInt(20_000), random.nextInt(4_000), random.nextInt(1_001));
                all.add(session);
                parts.get(random.nextInt(identities)).add(session);
            }
            long whole = ProviderTrust.milli(all, 0, age);
            long sum = parts.stream()
                    .mapToLong(part -> ProviderTrust.milli(part, 0, age))
                    .sum();
            assertTrue(sum <= whole, "seed 1, draw " + i + ": " + sum + " > " + whole);
        }
    }
}
