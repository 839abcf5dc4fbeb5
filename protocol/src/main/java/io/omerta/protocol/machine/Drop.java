package io.omerta.protocol.machine;

/** Why an input came to nothing. None of them is a fault: anyone can send anything. */
public enum Drop {
    /** No state that can still be reached awaits the message. */
    NOT_AWAITED("not awaited"),
    /** The state ignores the message, as declared. */
    IGNORED("ignored"),
    /** The state awaits the input, but no guard was true. */
    GUARD_FALSE("guard false"),
    /** A collected message came from a peer that is not on the list. */
    NOT_A_MEMBER("not a member"),
    /** A collected message names a voter other than its sender. */
    WRONG_VOTER("voter is not the sender"),
    /** The member's message was gathered before, and this is the same. */
    DUPLICATE("duplicate"),
    /** The member's message was gathered before, and this one says something else. */
    CONFLICTING("conflicting"),
    /** A collected message does not meet the condition. */
    CONDITION_FALSE("condition false"),
    /** Too many messages wait for a later state. */
    TOO_MANY_DEFERRED("too many deferred"),
    /** The message waited too long for a later state. */
    DEFERRED_TOO_LONG("deferred too long"),
    /** The trigger does not exist, is not accepted in the state, or its arguments are not of its types. */
    TRIGGER_REFUSED("trigger refused"),
    /** The timer was not armed. */
    TIMER_NOT_ARMED("timer not armed");

    private final String label;

    Drop(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
