package io.omerta.scenarios.run;

import io.omerta.sim.kernel.VirtualTime;

/**
 * One event of a trace.
 *
 * @param index number in the trace, from 0
 * @param timeNanos virtual time
 * @param source entity that scheduled it; 0 is control, n + 1 is node n
 * @param counter the source's own number for it
 * @param type name of its type
 * @param target entity it was for
 */
public record TracedEvent(
        long index, long timeNanos, int source, long counter, String type, int target, long a, long b, long c) {
    /** The event in one line. */
    public String text() {
        String who = source == 0 ? "control" : "node " + (source - 1);
        return "#" + index + " at " + VirtualTime.format(timeNanos) + ": \"" + type + "\" from " + who + " (its event "
                + counter + ") to " + target + ", payload " + a + " " + b + " " + c;
    }
}
