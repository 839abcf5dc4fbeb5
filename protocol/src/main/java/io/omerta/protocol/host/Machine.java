package io.omerta.protocol.host;

/**
 * A protocol machine: all of its behaviour is a function of the inputs it was given, in order.
 *
 * <p>A machine reads no clock, draws no random number, opens no socket and starts no thread. It may keep state between
 * calls, and must be able to rebuild that state from the journal entries that it appended.
 */
public interface Machine {
    /**
     * Takes one input and says what is to be done.
     *
     * @param nowNanos the host's clock, nanoseconds; may jump, so durations are measured by timers
     * @param input what happened
     * @param effects receives what the host is to do, in order; must not be kept beyond the call
     */
    void on(long nowNanos, Input input, Effects effects);
}
