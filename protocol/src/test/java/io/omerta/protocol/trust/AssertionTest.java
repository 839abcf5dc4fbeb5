package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionTest {
    private static final long FULL_TRUST_MILLI = 100_000;

    private final Neighbours neighbours = new Neighbours();

    private Assertion assertion(long scoreMilli, boolean evidenced, long dealings, long ageDays) {
        return new Assertion(neighbours.peer(1), neighbours.peer(2), scoreMilli, evidenced, dealings, ageDays);
    }

    private long credit(long scoreMilli, boolean evidenced, long dealings, long ageDays) {
        return assertion(scoreMilli, evidenced, dealings, ageDays).creditMicros(FULL_TRUST_MILLI, 1000);
    }

    /** ln(1 + T) / ln(101). */
    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "1000, 150190", "10000, 519573", "100000, 1000000", "900000, 1000000"})
    void credibilityGrowsWithTheLogarithmOfTrustUpToOne(long trustMilli, long micros) {
        assertEquals(micros, Credibility.micros(trustMilli), 2);
    }

    @Test
    void credibilityNeverFallsAsTrustRises() {
        long last = 0;
        for (long trust = 0; trust <= 120_000; trust += 7) {
            long micros = Credibility.micros(trust);
            assertTrue(micros >= last, "at " + trust);
            last = micros;
        }
    }

    @Test
    void freshPraiseWithEvidenceCountsInFull() {
        assertEquals(800_000, credit(800, true, 0, 0));
        assertEquals(400_000, credit(800, false, 0, 0));
        assertEquals(0, credit(0, true, 0, 0));
    }

    @Test
    void assertionFadesToATenth() {
        assertEquals(100_000 + 331_091, credit(1000, true, 0, 90), 2);
        assertEquals(100_000, credit(1000, true, 0, 10_000));
    }

    @Test
    void blameCountsByDealings() {
        assertEquals(0, credit(-900, true, 0, 0));
        assertEquals(-300_000, credit(-900, true, 1, 0));
        assertEquals(-600_000, credit(-900, true, 2, 0));
        assertEquals(-900_000, credit(-900, true, 3, 0));
        assertEquals(-900_000, credit(-900, true, 50, 0));
    }

    @Test
    void blameAndPraiseAreRoundedAlike() {
        for (long score = 1; score <= 1000; score += 13) {
            for (long age = 0; age < 400; age += 11) {
                assertEquals(credit(score, false, 3, age), -credit(-score, false, 3, age));
            }
        }
    }

    @Test
    void wordOfSomebodyWithoutTrustIsNothing() {
        assertEquals(0, assertion(1000, true, 9, 0).creditMicros(0, 1000));
        assertEquals(0, assertion(-1000, true, 9, 0).creditMicros(-1, 1000));
    }

    /** Identities of one owner form an isolated cluster, whose members all together count as one. */
    @Test
    void splittingAnAsserterInAClusterNeverGivesItMoreToSay() {
        for (long trust = 0; trust <= 200_000; trust += 997) {
            long whole = assertion(1000, true, 3, 5).creditMicros(trust, 1000);
            for (int identities = 2; identities <= 50; identities++) {
                long part = assertion(1000, true, 3, 5).creditMicros(trust / identities, 1000 / identities);
                assertTrue(identities * part <= whole, identities + " of trust " + trust);
            }
        }
    }

    @Test
    void scoresBeyondOneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> assertion(1001, true, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> assertion(-1001, true, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> assertion(0, true, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> assertion(0, true, 0, -1));
    }
}
