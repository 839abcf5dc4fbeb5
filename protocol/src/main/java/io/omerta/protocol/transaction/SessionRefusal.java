package io.omerta.protocol.transaction;

/** Why a node did nothing about an input. None of it is a fault of the node: anyone can send anything. */
public enum SessionRefusal {
    /** It is larger than {@link SessionLimits#messageBytesMax}. */
    TOO_LARGE("message too large"),
    /** Its envelope was not admitted; the detail tells why. */
    NOT_ADMITTED("not admitted"),
    /** The node has no such transaction, or the transaction no such role. */
    UNKNOWN_MACHINE("no such transaction or role"),
    /** It is for whichever machine of a session there is, and there is none. */
    NO_SESSION("no such session"),
    /** It began no session, and is not kept for one. */
    NOTHING_BEGUN("begins no session"),
    /** The session has ended at this node. */
    FINISHED("the session has ended"),
    /** There are as many sessions as there may be, in all or of this peer. */
    TOO_MANY_SESSIONS("too many sessions"),
    /** A command that is none. */
    BAD_COMMAND("no such command"),
    /** A timer of a machine that is no more. */
    NO_TIMER("no such timer"),
    /** A machine asked for a block that is too large; the step was undone. */
    BLOCK_TOO_LARGE("block too large"),
    /** A message could not be sent: its peer cannot be reached, or it is too large. */
    UNSENDABLE("message cannot be sent");

    private final String label;

    SessionRefusal(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
