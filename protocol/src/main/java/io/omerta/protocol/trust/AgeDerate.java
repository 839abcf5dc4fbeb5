package io.omerta.protocol.trust;

/** How much the youth of an identity takes from its trust. Age adds nothing to anyone: it only takes less with time. */
public final class AgeDerate {
    /** Days after which nothing is taken. */
    public static final long MATURITY_DAYS = 90;

    private AgeDerate() {}

    /**
     * The part of the trust that counts, in thousandths: 0 at birth, 1000 from maturity on, rounded down.
     *
     * @param ageDays since others first recorded the identity: what its own chain says of its age proves nothing
     */
    public static long milli(long ageDays) {
        return Math.max(0, Math.min(MATURITY_DAYS, ageDays)) * 1000 / MATURITY_DAYS;
    }

    /** A trust as far as it counts, rounded down; at least 0. */
    public static long derated(long trustMilli, long ageDays) {
        long trust = Math.max(0, trustMilli);
        long milli = milli(ageDays);
        return trust / 1000 * milli + trust % 1000 * milli / 1000;
    }
}
