package io.omerta.sim.network.host;

import io.omerta.protocol.host.Rejection;

/** Told what machines report; never changes anything. */
public interface HostListener {
    /** Hears nothing. */
    HostListener NONE = new HostListener() {};

    /**
     * A machine emitted an event. Called during the input that led to it.
     *
     * @param timeNanos virtual time, not the node's own clock
     * @param detail as given by the machine; not to be changed
     */
    default void onEmitted(long timeNanos, int node, String event, byte[] detail) {}

    /** The host refused something that a machine, or the owner of its node, asked for. */
    default void onRejected(long timeNanos, int node, Rejection rejection) {}
}
