package io.omerta.sim.network;

import java.util.List;

/**
 * How the network treats messages, beyond where its nodes are.
 *
 * @param contention how messages share links
 * @param randomLoss whether access links lose messages with their own probability
 * @param queueLimitNanos longest time that a message may wait for a link; one that would wait longer is dropped
 * @param heldLimit messages and timers that may wait at one paused or clogged node
 * @param overrides paths that differ
 */
public record NetworkOptions(
        Contention contention, boolean randomLoss, long queueLimitNanos, int heldLimit, List<PathOverride> overrides) {
    /** No contention, random loss, an hour of queue, a hundred thousand held messages. */
    public static final NetworkOptions DEFAULT =
            new NetworkOptions(Contention.NONE, true, 3_600_000_000_000L, 100_000, List.of());

    public NetworkOptions {
        if (queueLimitNanos < 0 || heldLimit < 0) {
            throw new IllegalArgumentException("queue limit and held limit must be at least 0, but are "
                    + queueLimitNanos + " ns and " + heldLimit);
        }
        overrides = List.copyOf(overrides);
    }

    public NetworkOptions with(Contention other) {
        return new NetworkOptions(other, randomLoss, queueLimitNanos, heldLimit, overrides);
    }
}
