package io.omerta.sim.kernel;

/** The implementations of the event queue. They execute the same events in the same order. */
public enum QueueKind {
    /** A 4-ary heap: no tuning, best below some ten thousand pending events. */
    HEAP,
    /** Time buckets with a small heap in front and an overflow heap behind: best for many pending events. */
    WHEEL
}
