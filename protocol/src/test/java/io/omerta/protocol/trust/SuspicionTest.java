package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspicionTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({
        "nothing at all,                0, 0,  0,  0, 0,   0,    0, 604800",
        "a newcomer not seen for days,  3, 0,  0,  0, 0,   0,   42, 438896",
        "a week without a check,        7, 0,  0,  0, 0,   0,  100, 318315",
        "a year without a check,      365, 0,  0,  0, 0,   0,  100, 318315",
        "age makes up for it,           7, 0,  0,  0, 0,  90,    0, 604800",
        "age makes up for no more,      0, 0,  0,  0, 0, 900,    0, 604800",
        "one of eight checks failed,    0, 1,  0,  0, 0,   0,   37, 453713",
        "all checks failed,             0, 8,  0,  0, 0,   0,  300, 163459",
        "more failures than remembered, 0, 9,  0,  0, 0,   0,  300, 163459",
        "always in disagreement,        0, 0, 32,  0, 0,   0,  200, 216000",
        "always silent,                 0, 0,  0, 32, 0,   0,  200, 216000",
        "accused three times,           0, 0,  0,  0, 3,   0,  200, 216000",
        "checked at least daily,        0, 8, 32, 29, 0,   0,  681, 86400",
        "everything,                    7, 8, 32, 32, 2,   0, 1000, 86400"
    })
    void scoreAndIntervalWorkedByHand(
            String name,
            long days,
            long fails,
            long disagreements,
            long silences,
            long accusations,
            long age,
            long score,
            long intervalSeconds) {
        Suspicion suspicion = new Suspicion(days, fails, disagreements, silences, accusations, age);
        assertEquals(score, suspicion.score(), name);
        assertEquals(intervalSeconds, suspicion.intervalSeconds(), name);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,0,0,0", "0,-1,0,0,0,0", "0,0,-1,0,0,0", "0,0,0,-1,0,0", "0,0,0,0,-1,0", "0,0,0,0,0,-1"})
    void negativeCountsAreRefused(long a, long b, long c, long d, long e, long f) {
        assertThrows(IllegalArgumentException.class, () -> new Suspicion(a, b, c, d, e, f));
    }

    private static Suspicion of(long[] counts) {
        return new Suspicion(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /** Counts of all sizes, small ones most often. */
    private static long[] random(SplittableRandom random) {
        long[] counts = new long[6];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextLong(1L << random.nextInt(1, 62));
        }
        return counts;
    }

    @Test
    void scoreAndIntervalStayInRange() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            Suspicion suspicion = of(random(random));
            assertTrue(suspicion.score() >= 0 && suspicion.score() <= 1000, () -> "seed " + SEED + ": " + suspicion);
            assertTrue(
                    suspicion.intervalSeconds() >= 86_400 && suspicion.intervalSeconds() <= 604_800,
                    () -> "seed " + SEED + ": " + suspicion);
        }
    }

    @Test
    void everythingButAgeRaisesTheScoreAndShortensTheInterval() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            long[] counts = random(random);
            Suspicion before = of(counts);
            int raised = random.nextInt(counts.length);
            counts[raised] += random.nextLong(1, 100);
            Suspicion after = of(counts);
            boolean age = raised == 5;
            assertTrue(
                    age ? after.score() <= before.score() : after.score() >= before.score(),
                    () -> "seed " + SEED + ": " + before + ", " + after);
            assertTrue(
                    age
                            ? after.intervalSeconds() >= before.intervalSeconds()
                            : after.intervalSeconds() <= before.intervalSeconds(),
                    () -> "seed " + SEED + ": " + before + ", " + after);
        }
    }
}
