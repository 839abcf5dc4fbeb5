package io.omerta.sim.network.host;

import io.omerta.protocol.host.HostLimits;

/**
 * How a {@link SimHost} runs its machines.
 *
 * @param limits bounds that it keeps
 * @param headerBytes size on the wire beyond the payload, for each message
 * @param durabilityNanos time from appending an entry until it is durable; with 0 it is durable at once
 */
public record SimHostOptions(HostLimits limits, int headerBytes, long durabilityNanos) {
    /** Default limits, no header, a journal that is durable at once. */
    public static final SimHostOptions DEFAULT = new SimHostOptions(HostLimits.DEFAULT, 0, 0);

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
