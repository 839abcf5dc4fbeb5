package io.omerta.sim.kernel;

import org.jspecify.annotations.Nullable;

/** Carries out events of one type. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Called when virtual time has reached the event.
     *
     * @param target entity the event is for
     * @param source entity that scheduled it
     * @param a first word given at scheduling
     * @param b second word
     * @param c third word
     * @param body object given at scheduling, or null; not part of the trace
     */
    void handle(int target, int source, long a, long b, long c, @Nullable Object body);
}
