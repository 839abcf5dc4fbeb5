package io.omerta.protocol.trust;

import io.omerta.protocol.wire.PeerId;
import java.math.BigInteger;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Peers who trade with each other.
 *
 * @param members at least one, in rising order
 * @param internalMicros volume among them, micro-credits, at least 0
 * @param externalMicros volume between them and others, at least 0
 */
public record TradeCluster(SortedSet<PeerId> members, long internalMicros, long externalMicros) {
    /** Isolation above which the members count as one, in thousandths. */
    public static final long ISOLATION_THRESHOLD_MILLI = 900;

    public TradeCluster {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        if (members.isEmpty() || internalMicros < 0 || externalMicros < 0) {
            throw new IllegalArgumentException("a cluster has members and volumes of at least 0, but has "
                    + members.size() + ", " + internalMicros + " and " + externalMicros + " micro-credits");
        }
    }

    /** Which part of their trade stays among them, in thousandths, rounded down; 0 without trade. */
    public long isolationMilli() {
        BigInteger total = BigInteger.valueOf(internalMicros).add(BigInteger.valueOf(externalMicros));
        return total.signum() == 0
                ? 0
                : BigInteger.valueOf(internalMicros)
                        .multiply(BigInteger.valueOf(1000))
                        .divide(total)
                        .longValueExact();
    }

    /** What each member counts for, in thousandths, rounded down: if isolated, all together no more than one peer. */
    public long weightMilli() {
        return isolationMilli() > ISOLATION_THRESHOLD_MILLI ? 1000 / members.size() : 1000;
    }
}
