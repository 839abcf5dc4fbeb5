package io.omerta.sim.network.fault;

import io.omerta.sim.random.RandomStream;
import java.util.BitSet;

/**
 * A fault of nodes, with what it does. A new one is a record that overrides what differs: either its beginning and end,
 * or what it changes while it lasts. Several that touch one node add up.
 */
sealed interface NodeFault extends Fault
        permits Fault.Clock,
                Fault.Clog,
                Fault.Corrupt,
                Fault.Crash,
                Fault.Duplicate,
                Fault.Loss,
                Fault.Pause,
                Fault.Reorder,
                Fault.Slow,
                Fault.Throttle {
    /** Begins at these nodes: by default it is one of the conditions from now on. */
    default void begin(BitSet where, Conditions conditions, NodeControl control) {
        conditions.begin(this, where);
    }

    /** Ends at these nodes, the very same set that it began with. */
    default void end(BitSet where, Conditions conditions, NodeControl control) {
        conditions.end(where);
    }

    /**
     * Changes the fate of a message from or to one of its nodes.
     *
     * @param node the sender if the fault touches it, else the receiver
     * @param memory one bit for each node, clear at the beginning, for a fault that remembers
     * @param stream of the sender
     */
    default void strike(int node, BitSet memory, RandomStream stream, Conditions.Fate fate) {}

    /** Time that a node takes before each send. */
    default long processingDelayNanos() {
        return 0;
    }

    /** Fraction of their rate at which a node's links run. */
    default double rateFactor() {
        return 1;
    }

    /** What a node's clock shows too much. */
    default double clockErrorNanos(long now) {
        return 0;
    }

    /** What a node's clock gains in each unit of time. */
    default double clockDrift() {
        return 0;
    }
}
