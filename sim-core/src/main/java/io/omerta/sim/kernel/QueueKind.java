package io.omerta.sim.kernel;

/** The implementations of the event queue. They execute the same events in the same order. */
public enum QueueKind {
    /** A 4-ary heap: no tuning, best below some fifty pending events. */
    HEAP,
    /** Time buckets with a small heap in front and an overflow heap behind: best for all others, so the usual choice. */
    WHEEL
}
