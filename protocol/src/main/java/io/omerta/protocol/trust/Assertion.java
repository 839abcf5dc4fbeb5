package io.omerta.protocol.trust;

import io.omerta.protocol.wire.PeerId;

/**
 * What one peer says of another.
 *
 * @param scoreMilli from -1000, blame, to 1000, praise
 * @param evidenced whether evidence comes with it
 * @param dealings sessions between the two that were settled before, at least 0
 * @param ageDays at least 0
 */
public record Assertion(
        PeerId asserter, PeerId subject, long scoreMilli, boolean evidenced, long dealings, long ageDays) {
    /** Days in which the part of an assertion that passes falls to 1 / e. */
    public static final long TIME_CONSTANT_DAYS = 90;

    /** The part of an assertion that never passes, in millionths. */
    static final long RESIDUAL_MICROS = 100_000;

    /** Dealings from which on blame counts in full. */
    static final long DEALINGS_FOR_BLAME = 3;

    public Assertion {
        if (scoreMilli < -1000 || scoreMilli > 1000) {
            throw new IllegalArgumentException("a score is -1000 to 1000 thousandths, but was " + scoreMilli);
        }
        if (dealings < 0 || ageDays < 0) {
            throw new IllegalArgumentException(
                    "dealings and age are at least 0, but were " + dealings + " and " + ageDays + " days");
        }
    }

    /**
     * What it adds to the trust in its subject, in millionths, rounded towards 0: score x credibility x [R + (1 - R) e^(-age
     * / time constant)], by half without evidence. Blame counts by how often the two have dealt with each other, so that
     * strangers cannot slander.
     *
     * @param asserterTrustMilli by which its word counts
     * @param asserterWeightMilli less than 1000 if the asserter is one of an isolated cluster, see {@link TradeCluster}
     */
    public long creditMicros(long asserterTrustMilli, long asserterWeightMilli) {
        long passing = (FixedPoint.ONE_MICROS - RESIDUAL_MICROS)
                * FixedPoint.decayMicros(ageDays, TIME_CONSTANT_DAYS)
                / FixedPoint.ONE_MICROS;
        long credit = scoreMilli * Credibility.micros(asserterTrustMilli) / 1000;
        credit = credit * (RESIDUAL_MICROS + passing) / FixedPoint.ONE_MICROS;
        credit = credit * asserterWeightMilli / 1000;
        if (scoreMilli < 0) {
            credit = credit * Math.min(dealings, DEALINGS_FOR_BLAME) / DEALINGS_FOR_BLAME;
        }
        return evidenced ? credit : credit / 2;
    }
}
