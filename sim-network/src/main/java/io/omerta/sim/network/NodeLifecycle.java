package io.omerta.sim.network;

/** Told when nodes crash and restart. By default a model has no state to lose. */
public interface NodeLifecycle {
    /**
     * The node has crashed: what it kept in memory is gone, its timers are gone. Called again for a node that is down
     * already if what it kept on disk is lost now.
     *
     * @param durableStateLost what it kept on disk is gone too
     */
    default void onCrash(int node, boolean durableStateLost) {}

    /** The node runs again, from its durable state; if it is paused, called when it wakes. */
    default void onRestart(int node) {}
}
