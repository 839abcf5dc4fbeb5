package io.omerta.protocol.trust;

import io.omerta.protocol.wire.PeerId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trust as seen by one peer: what it thinks itself, and half of what those whom it trusts think, in proportion to its trust
 * in them. Whoever no path leads to has none.
 *
 * <p>Only one peer stands between: were longer paths summed up, one trusted peer could trust a thousand identities of its
 * own, each of which trusts another one fully. With one in between, what comes in is bounded by the observer's own trust,
 * and dividing an identity divides it.
 *
 * <p>Mutable; owned by one machine or one simulation.
 */
public final class LocalTrust {
    /** Days in which the weight of a dealing falls to 1 / e. */
    public static final long TIME_CONSTANT_DAYS = 365;

    /** What is left of trust that comes through another peer, in millionths. */
    static final long TRANSIT_MICROS = 500_000;

    private final TreeMap<PeerId, TreeMap<PeerId, Long>> direct = new TreeMap<>();

    /** The weight of a dealing some days ago, in millionths, rounded down. */
    public static long recencyMicros(long ageDays) {
        return FixedPoint.decayMicros(ageDays, TIME_CONSTANT_DAYS);
    }

    /**
     * Sets what one peer thinks of another.
     *
     * @param micros 0 to 1,000,000
     */
    public void trust(PeerId observer, PeerId subject, long micros) {
        if (micros < 0 || micros > FixedPoint.ONE_MICROS) {
            throw new IllegalArgumentException("a trust is 0 to 1000000 millionths, but was " + micros);
        }
        direct.computeIfAbsent(observer, peer -> new TreeMap<>()).put(subject, micros);
    }

    /** What a peer thinks of another itself. */
    public long directMicros(PeerId observer, PeerId subject) {
        TreeMap<PeerId, Long> subjects = direct.get(observer);
        return subjects == null ? 0 : subjects.getOrDefault(subject, 0L);
    }

    /** All that a peer has reason to think of another, in millionths; each path is rounded down. */
    public long micros(PeerId observer, PeerId subject) {
        long micros = directMicros(observer, subject);
        for (Map.Entry<PeerId, Long> trusted :
                direct.getOrDefault(observer, new TreeMap<>()).entrySet()) {
            PeerId between = trusted.getKey();
            if (!between.equals(observer) && !between.equals(subject)) {
                long product = trusted.getValue() * directMicros(between, subject) / FixedPoint.ONE_MICROS;
                micros += product * TRANSIT_MICROS / FixedPoint.ONE_MICROS;
            }
        }
        return micros;
    }
}
