package io.omerta.sim.network.host;

import io.omerta.protocol.host.HostLimits;

/**
 * How a {@link SimHost} runs its machines.
 *
 * @param limits bounds that it keeps
 * @param headerBytes size on the wire beyond the payload, for each message
 * @param durabilityNanos time from appending an entry until it is durable; with 0 it is durable at once
 * @param epochNanos what the nodes' clocks show when virtual time is 0
 * @param keepsJournals whether entries that are durable are kept, as a restart needs them; where nothing restarts, they
 *     would only fill the memory
 */
public record SimHostOptions(
        HostLimits limits, int headerBytes, long durabilityNanos, long epochNanos, boolean keepsJournals) {
    /** Default limits, no header, a journal that is kept and durable at once, clocks that begin at 0. */
    public static final SimHostOptions DEFAULT = new SimHostOptions(HostLimits.DEFAULT, 0, 0);

    /** Keeps the journals; clocks begin at 0. */
    public SimHostOptions(HostLimits limits, int headerBytes, long durabilityNanos) {
        this(limits, headerBytes, durabilityNanos, 0, true);
    }

    public SimHostOptions {
        if (headerBytes < 0 || durabilityNanos < 0) {
            throw new IllegalArgumentException("header and time to durability must be at least 0, but are "
                    + headerBytes + " bytes and " + durabilityNanos + " ns");
        }
        if (headerBytes > Integer.MAX_VALUE - limits.maxPayloadBytes()) {
            throw new IllegalArgumentException("a payload of " + limits.maxPayloadBytes() + " bytes and a header of "
                    + headerBytes + " are more than a message can have, " + Integer.MAX_VALUE + " bytes");
        }
    }
}
