package io.omerta.sim.network;

/** Why a message did not arrive. */
public enum DropReason {
    /** Its sender had crashed. */
    SENDER_DOWN("sender down"),
    /** Its receiver was down when it arrived. */
    RECEIVER_DOWN("receiver down"),
    /** A partition stood between the two when it was sent. */
    PARTITION("partition"),
    /** A partition that loses messages on their way began while it was on its way. */
    CUT_IN_FLIGHT("cut in flight"),
    /** One of the two crashed, losing messages on their way, while it was on its way. */
    CRASHED_IN_FLIGHT("crashed in flight"),
    /** Lost by the access links, by a path, or by a loss fault. */
    LOSS("packet loss"),
    /** Arrived damaged and was discarded. */
    CORRUPTED("corrupted"),
    /** A link's queue, or the queue of a paused or clogged node, was full. */
    QUEUE_FULL("queue full");

    private final String label;

    DropReason(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
