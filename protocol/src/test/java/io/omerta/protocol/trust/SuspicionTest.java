package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspicionTest {
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
}
