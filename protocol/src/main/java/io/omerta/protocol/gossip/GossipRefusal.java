package io.omerta.protocol.gossip;

/** Why something that a neighbour sent was not taken. */
public enum GossipRefusal {
    /** The sender is no neighbour. */
    STRANGER("not a neighbour"),
    /** The sender has sent too much. */
    OVER_RATE("too much in too short a time"),
    TOO_LARGE("message too long"),
    MALFORMED("no message"),
    /** A keepalive says that it is of another than the peer it came from. */
    WRONG_SENDER("sent in another's name"),
    /** A keepalive is of another time, by this peer's clock. */
    WRONG_TIME("the clocks differ too much"),
    /** The content of an item is not what its type asks for. */
    UNREADABLE_ITEM("item of another form"),
    /** An item lacks signatures that it needs, or has others that are not true. */
    FALSE_ITEM("item not signed as it must be"),
    /** An item has expired, or is of the future. */
    UNTIMELY_ITEM("item of another time");

    private final String label;

    GossipRefusal(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    /** Whether no honest neighbour does so, however late or wrong its clock. */
    boolean isHostile() {
        return this == TOO_LARGE
                || this == MALFORMED
                || this == WRONG_SENDER
                || this == UNREADABLE_ITEM
                || this == FALSE_ITEM;
    }
}
