package io.omerta.sim.kernel;

/** An event threw. Says when and which event; the cause is what it threw. */
public final class SimulationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long timeNanos;
    private final String event;

    public SimulationFailure(long timeNanos, String event, Throwable cause) {
        super("event " + event + " at virtual time " + VirtualTime.format(timeNanos) + " failed: " + cause, cause);
        this.timeNanos = timeNanos;
        this.event = event;
    }

    /** Virtual time of the event. */
    public long timeNanos() {
        return timeNanos;
    }

    /** The event in words: type, source, target. */
    public String event() {
        return event;
    }
}
