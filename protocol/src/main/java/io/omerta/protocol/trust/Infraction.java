package io.omerta.protocol.trust;

/**
 * A confirmed breach of the rules.
 *
 * @param valueMicros at stake, micro-credits, 0 to 2^61
 * @param resourceMilli thousandths of the reference machine, 0 to 2^61
 * @param durationSeconds that it lasted, 0 to {@link SettledSession#SECONDS_MAX}
 * @param repeats earlier ones of the same kind, at least 0
 */
public record Infraction(Kind kind, long valueMicros, long resourceMilli, long durationSeconds, long repeats) {
    /** Most repeats that count. */
    static final long REPEATS_MAX = 1_000;

    private static final long AMOUNT_MAX = 1L << 61;

    /** What was done, with its severity before impact and context, in thousandths. */
    public enum Kind {
        RESOURCE_MISMATCH(300),
        SESSION_ABANDONMENT(200),
        PAYMENT_DISPUTE(400),
        VERIFICATION_FAILURE(500),
        MALICIOUS(800),
        NETWORK_DISAGREEMENT(300);

        private final long severityMilli;

        Kind(long severityMilli) {
            this.severityMilli = severityMilli;
        }

        long severityMilli() {
            return severityMilli;
        }
    }

    /**
     * By what impact is measured, a decision of the network.
     *
     * @param valueMicros at stake that counts as much, 1 to 2^61
     * @param resourceMilli that counts as much, 1 to 2^61
     * @param durationSeconds that counts as long, at least 1
     * @param impactMinMicros least impact in millionths
     * @param impactMaxMicros greatest impact in millionths, at most 1,000 times one
     * @param repeatMilli by how much each repeat aggravates, in thousandths, at most 1000
     */
    public record Scale(
            long valueMicros,
            long resourceMilli,
            long durationSeconds,
            long impactMinMicros,
            long impactMaxMicros,
            long repeatMilli) {
        public Scale {
            if (valueMicros < 1 || valueMicros > AMOUNT_MAX || resourceMilli < 1 || resourceMilli > AMOUNT_MAX) {
                throw new IllegalArgumentException("value and resource are 1 to 2^61, but were " + valueMicros
                        + " micro-credits and " + resourceMilli + " thousandths");
            }
            if (durationSeconds < 1) {
                throw new IllegalArgumentException("the duration is at least 1 s, but was " + durationSeconds);
            }
            if (impactMinMicros < 0
                    || impactMaxMicros < impactMinMicros
                    || impactMaxMicros > 1_000 * FixedPoint.ONE_MICROS) {
                throw new IllegalArgumentException("impact is at least 0 and at most 1000, from less to more, but was "
                        + impactMinMicros + " to " + impactMaxMicros + " millionths");
            }
            if (repeatMilli < 0 || repeatMilli > 1000) {
                throw new IllegalArgumentException("a repeat counts 0 to 1000 thousandths, but was " + repeatMilli);
            }
        }
    }

    public Infraction {
        if (valueMicros < 0 || valueMicros > AMOUNT_MAX || resourceMilli < 0 || resourceMilli > AMOUNT_MAX) {
            throw new IllegalArgumentException("value and resource are 0 to 2^61, but were " + valueMicros
                    + " micro-credits and " + resourceMilli + " thousandths");
        }
        if (durationSeconds < 0 || durationSeconds > SettledSession.SECONDS_MAX || repeats < 0) {
            throw new IllegalArgumentException("duration is 0 to " + SettledSession.SECONDS_MAX
                    + " s and repeats at least 0, but were " + durationSeconds + " s and " + repeats);
        }
    }

    /**
     * What it takes from a trust, in millionths, rounded down, at most one: severity x impact x (1 + repeats x rate), where
     * impact is ln(1 + value) x ln(1 + resource) x (1 + duration), each relative to the scale, within bounds.
     */
    public long severityMicros(Scale scale) {
        long byValue = FixedPoint.logOnePlusMicros(valueMicros, scale.valueMicros());
        long byResource = FixedPoint.logOnePlusMicros(resourceMilli, scale.resourceMilli());
        long byDuration = FixedPoint.ONE_MICROS + durationSeconds * FixedPoint.ONE_MICROS / scale.durationSeconds();
        long bounded =
                Math.min(scale.impactMaxMicros(), scaled(byValue * byResource / FixedPoint.ONE_MICROS, byDuration));
        long impact = Math.max(scale.impactMinMicros(), bounded);
        long contextMilli = 1000 + Math.min(repeats, REPEATS_MAX) * scale.repeatMilli();
        long severity = kind.severityMilli() * impact / 1000 * contextMilli / 1000;
        return Math.min(FixedPoint.ONE_MICROS, severity);
    }

    /** The product of two numbers in millionths, or the greatest number if it is greater. */
    private static long scaled(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high == 0 && a * b >= 0 ? a * b / FixedPoint.ONE_MICROS : Long.MAX_VALUE;
    }
}
