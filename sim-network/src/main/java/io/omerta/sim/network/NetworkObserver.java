package io.omerta.sim.network;

/** Sees every message; never changes anything. */
public interface NetworkObserver {
    /** A message was handed to the network. */
    default void onSent(long timeNanos, int kind, int from, int to, int sizeBytes) {}

    /**
     * A message arrived.
     *
     * @param delayNanos from sending to arrival
     */
    default void onDelivered(long timeNanos, int kind, int from, int to, int sizeBytes, long delayNanos) {}

    /** A message was dropped. */
    default void onDropped(long timeNanos, int kind, int from, int to, int sizeBytes, DropReason reason) {}
}
