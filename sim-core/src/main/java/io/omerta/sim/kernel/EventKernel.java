package io.omerta.sim.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What a model sees of the kernel. Times are nanoseconds of virtual time from the start of the run, from 0 to {@link
 * #MAX_TIME_NANOS}.
 */
public interface EventKernel {
    /** The source of control events: faults, probes, the end of a run. It comes before every entity at equal times. */
    int CONTROL = 0;

    /** The latest time that can be scheduled: about 146 years. */
    long MAX_TIME_NANOS = Long.MAX_VALUE / 2;

    /** Virtual time now. */
    long now();

    /**
     * Declares a type of event.
     *
     * @param name name for traces and error messages
     * @return the number to schedule it with; numbers count up from 0 in the order of declaration
     */
    int eventType(String name, EventHandler handler);

    /** The name a type was declared with. */
    String eventTypeName(int type);

    /**
     * Schedules an event.
     *
     * @param timeNanos when; not before now
     * @param source entity that schedules, from 0 without large gaps (a counter is kept for each number up to the
     *     largest); orders events of equal time
     * @param type from {@link #eventType}
     * @param target entity the event is for, from 0
     * @param body any object, or null; not part of the trace, so it must follow from what is
     * @return a handle for {@link #cancel}
     * @throws IllegalArgumentException if the time is past or beyond {@link #MAX_TIME_NANOS}, the type was not declared,
     *     or an entity is negative
     */
    long schedule(long timeNanos, int source, int type, int target, long a, long b, long c, @Nullable Object body);

    /** Schedules a rare event as an action, with {@link #CONTROL} as its source. */
    long scheduleControl(long timeNanos, String label, Runnable action);

    /**
     * Cancels a pending event.
     *
     * @return false if it was executed or cancelled before
     */
    boolean cancel(long handle);

    /** Number of events that are scheduled and neither executed nor cancelled. */
    int pending();

    /** Shows every pending event of one type, ordered by (source, counter). Scheduling meanwhile is not allowed. */
    void forEachPending(int type, PendingEventVisitor visitor);

    /** Sees one pending event. */
    @FunctionalInterface
    interface PendingEventVisitor {
        void visit(long handle, long timeNanos, int source, int target, long a, long b, long c, @Nullable Object body);
    }

    /** Time of the next event, or {@link Long#MAX_VALUE} if there is none. */
    long nextTimeNanos();

    /**
     * Executes every event up to and including a time, then sets the clock to it. Slicing a run into several calls
     * changes nothing.
     *
     * @param timeNanos not before now, at most {@link #MAX_TIME_NANOS}
     * @throws SimulationFailure if a handler throws anything
     */
    void runUntil(long timeNanos);

    /**
     * Executes every event up to and including a time, as {@link #runUntil} does, but leaves the clock at the last event
     * executed: for runs that end when nothing is left to happen.
     */
    void runPending(long untilNanos);

    /**
     * Sets the clock forward without executing anything.
     *
     * @throws IllegalArgumentException if the time is past or beyond {@link #MAX_TIME_NANOS}, or an event is due before it
     */
    void advanceTo(long timeNanos);

    /**
     * Executes the next event, if there is one.
     *
     * @return whether there was one
     */
    boolean step();

    /** Makes {@link #runUntil} return after the event now being executed; the clock stays at that event. */
    void stop();

    /** Number of events executed. */
    long executed();

    /** The record of what was executed. */
    Trace trace();
}
