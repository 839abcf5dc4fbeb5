package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InfractionTest {
    private static final long LARGE = 1L << 61;

    /** One credit, one machine, one hour; impact from 0.1 to 3; each repeat adds a fifth. */
    private static final Infraction.Scale SCALE =
            new Infraction.Scale(1_000_000, 1_000, 3_600, 100_000, 3_000_000, 200);

    private static long severity(Infraction.Kind kind, long value, long resource, long duration, long repeats) {
        return new Infraction(kind, value, resource, duration, repeats).severityMicros(SCALE);
    }

    /** ln(1 + 1) x ln(1 + 1) x (1 + 0) = 0.480453. */
    @Test
    void severityFollowsValueResourceAndDuration() {
        assertEquals(500_000 * 0.480453, severity(Infraction.Kind.VERIFICATION_FAILURE, 1_000_000, 1_000, 0, 0), 2);
        assertEquals(500_000 * 0.960906, severity(Infraction.Kind.VERIFICATION_FAILURE, 1_000_000, 1_000, 3_600, 0), 2);
    }

    @Test
    void eachRepeatAggravates() {
        assertEquals(
                200_000 * 0.480453 * 1.4, severity(Infraction.Kind.SESSION_ABANDONMENT, 1_000_000, 1_000, 0, 2), 2);
    }

    @Test
    void impactStaysWithinItsBounds() {
        assertEquals(20_000, severity(Infraction.Kind.SESSION_ABANDONMENT, 0, 0, 0, 0));
        assertEquals(600_000, severity(Infraction.Kind.SESSION_ABANDONMENT, LARGE, LARGE, 3_600, 0));
    }

    @Test
    void severityIsAtMostOne() {
        assertEquals(
                1_000_000,
                severity(Infraction.Kind.MALICIOUS, LARGE, LARGE, SettledSession.SECONDS_MAX, Long.MAX_VALUE));
    }

    @Test
    void worseIsNeverMilder() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            long value = random.nextLong() >>> (4 + random.nextInt(60));
            long resource = random.nextLong() >>> (4 + random.nextInt(60));
            long duration = random.nextInt(1_000_000);
            long repeats = random.nextInt(10);
            Infraction.Kind kind = Infraction.Kind.values()[random.nextInt(6)];
            long severity = severity(kind, value, resource, duration, repeats);
            assertTrue(severity >= 0 && severity <= 1_000_000);
            assertTrue(severity(kind, 2 * value, resource, duration, repeats) >= severity);
            assertTrue(severity(kind, value, 2 * resource, duration, repeats) >= severity);
            assertTrue(severity(kind, value, resource, 2 * duration, repeats) >= severity);
            assertTrue(severity(kind, value, resource, duration, repeats + 1) >= severity);
        }
    }

    @Test
    void measuresOutsideTheirRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> severity(Infraction.Kind.MALICIOUS, -1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> severity(Infraction.Kind.MALICIOUS, LARGE + 1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> severity(Infraction.Kind.MALICIOUS, 0, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Infraction.Scale(0, 1, 1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Infraction.Scale(1, 1, 0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Infraction.Scale(1, 1, 1, 2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Infraction.Scale(1, 1, 1, 0, 1, 1001));
    }
}
