package io.omerta.protocol.host;

/**
 * Bounds that every host keeps, so that no peer and no machine can make it grow without end.
 *
 * @param maxPayloadBytes largest message and largest journal entry
 * @param maxWaitingMessages messages that may wait for an entry to become durable; the machine's later sends are dropped
 * @param maxTimers timers that one machine may have running
 */
public record HostLimits(int maxPayloadBytes, int maxWaitingMessages, int maxTimers) {
    /** Bounds that suit transactions: 1 MiB, 1,024 messages, 1,024 timers. */
    public static final HostLimits DEFAULT = new HostLimits(1 << 20, 1024, 1024);

    public HostLimits {
        if (maxPayloadBytes < 0 || maxWaitingMessages < 0 || maxTimers < 0) {
            throw new IllegalArgumentException("the limits of a host must be at least 0, but are " + maxPayloadBytes
                    + " bytes, " + maxWaitingMessages + " waiting messages and " + maxTimers + " timers");
        }
    }
}
