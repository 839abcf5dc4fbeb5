package io.omerta.protocol.trust;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;

/**
 * Work for which a provider was paid, as a settlement shows that a quorum of witnesses signed.
 *
 * @param session of which there is one settlement
 * @param paidSeconds attested time, 0 to {@link #SECONDS_MAX}
 * @param weightMilli of the resources in thousandths of the reference machine, 0 to {@link #WEIGHT_MILLI_MAX}
 * @param verificationMilli how well the work was verified, 0 to 1000
 * @param ageDays since it was settled, at least 0
 */
public record SettledSession(
        Hash session,
        PeerId consumer,
        PeerId provider,
        long paidSeconds,
        long weightMilli,
        long verificationMilli,
        long ageDays) {
    /** A hundred years. */
    public static final long SECONDS_MAX = 100L * 365 * 24 * 3600;

    /** A thousand reference machines. */
    public static final long WEIGHT_MILLI_MAX = 1_000_000;

    /** Divides a product of seconds and two thousandths; what is left is hours in thousandths. */
    private static final long SCALE = 3600L * 1000;

    public SettledSession {
        require("paidSeconds", paidSeconds, SECONDS_MAX);
        require("weightMilli", weightMilli, WEIGHT_MILLI_MAX);
        require("verificationMilli", verificationMilli, 1000);
        require("ageDays", ageDays, Long.MAX_VALUE);
    }

    /**
     * The trust that it earns: one for each hour of the reference machine that is fully verified, less as time passes.
     * Rounded down.
     */
    public long creditMilli() {
        long earned = paidSeconds * weightMilli * verificationMilli / SCALE;
        long recency = LocalTrust.recencyMicros(ageDays);
        return earned / FixedPoint.ONE_MICROS * recency
                + earned % FixedPoint.ONE_MICROS * recency / FixedPoint.ONE_MICROS;
    }

    private static void require(String name, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + " is 0 to " + max + ", but was " + value);
        }
    }
}
