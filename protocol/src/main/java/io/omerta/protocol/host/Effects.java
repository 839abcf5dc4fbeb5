package io.omerta.protocol.host;

/**
 * What a machine can ask for. The order of calls is the order of effects. What goes beyond the {@link HostLimits} is
 * refused, see {@link Rejection}; the machine is not told.
 */
public interface Effects {
    /**
     * Sends a message. It leaves only after every entry appended before it is durable; it may be lost on the way.
     *
     * @param to peer
     * @param payload bytes; the caller does not change them afterwards
     */
    void send(int to, byte[] payload);

    /**
     * Starts a timer. One that runs under the same name is replaced.
     *
     * @param timer the machine's own name for it
     * @param delayNanos time until it fires, at least 0, by this host's clock
     */
    void startTimer(long timer, long delayNanos);

    /** Stops a timer; nothing happens if none of that name runs. */
    void cancelTimer(long timer);

    /** Appends an entry to the journal. Messages sent later wait until it is durable. */
    void append(byte[] entry);

    /** Whether entries are kept. Where no node ever restarts they are not, and need not be made. */
    default boolean keepsEntries() {
        return true;
    }

    /**
     * Reports something to whoever observes this node.
     *
     * @param event name of what happened
     * @param detail details, possibly empty
     */
    void emit(String event, byte[] detail);
}
