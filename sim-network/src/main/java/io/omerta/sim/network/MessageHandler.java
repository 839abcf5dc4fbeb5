package io.omerta.sim.network;

import org.jspecify.annotations.Nullable;

/** Receives messages of one kind, at every node. */
public interface MessageHandler {
    /**
     * A message has arrived in full.
     *
     * @param to node it arrived at
     * @param from node that sent it
     * @param payload word given at sending
     * @param sizeBytes size given at sending
     * @param body object given at sending, or null
     */
    void onMessage(int to, int from, long payload, int sizeBytes, @Nullable Object body);

    /**
     * A message will not arrive. For models of connections, whose sender learns of a failure; a model of datagrams
     * leaves this alone. Called at the moment of the drop, for a drop at sending before {@code send} returns.
     */
    default void onDropped(int to, int from, long payload, DropReason reason) {}
}
