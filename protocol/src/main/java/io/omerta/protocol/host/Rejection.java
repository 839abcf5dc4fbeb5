package io.omerta.protocol.host;

/** Why a host refused something. A host counts and reports every refusal, and goes on. */
public enum Rejection {
    /** A message was larger than {@link HostLimits#maxPayloadBytes}; it was not sent. */
    MESSAGE_TOO_LARGE("message too large"),
    /**
     * A journal entry was larger than {@link HostLimits#maxPayloadBytes}. The machine is stopped, like by a crash, and its
     * further effects are ignored: nothing that follows from an entry may leave if the entry is not durable.
     */
    ENTRY_TOO_LARGE("journal entry too large"),
    /** Too many messages were waiting for entries to become durable; the later one was not sent. */
    TOO_MANY_WAITING("too many messages wait for the journal"),
    /** Too many timers were running; the new one was not started. */
    TOO_MANY_TIMERS("too many timers"),
    /** A message was for a peer that does not exist; it was not sent. */
    UNKNOWN_PEER("unknown peer"),
    /** A command was for a machine that was not running; it was not given. */
    NOT_RUNNING("not running");

    private final String label;

    Rejection(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
