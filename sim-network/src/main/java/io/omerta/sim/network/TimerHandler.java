package io.omerta.sim.network;

/** Told when a timer of one kind runs out. */
@FunctionalInterface
public interface TimerHandler {
    /**
     * @param node whose timer it is
     * @param payload word given at the start
     */
    void onTimer(int node, long payload);
}
