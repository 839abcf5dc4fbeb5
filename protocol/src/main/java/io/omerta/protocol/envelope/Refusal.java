package io.omerta.protocol.envelope;

/** Why bytes were not admitted. */
public enum Refusal {
    /** They are no envelope. */
    MALFORMED("no envelope"),
    WRONG_VERSION("another version of the protocol"),
    WRONG_TRANSACTION("another transaction"),
    WRONG_SESSION("another session"),
    UNKNOWN_MESSAGE("no message of the transaction"),
    /** The sender claims a role that does not send the message. */
    WRONG_SENDER_ROLE("the sender's role does not send this message"),
    /** The role addressed is not that of the machine, or does not receive the message. */
    WRONG_RECIPIENT_ROLE("the role addressed does not receive this message here"),
    WRONG_RECIPIENT("addressed to another peer"),
    /** A message of the same type, sender and sequence number was admitted, or so many later ones that it is forgotten. */
    REPLAYED("seen before"),
    /** Too many senders and types of messages are remembered. */
    TOO_MANY_SENDERS("too many senders"),
    WRONG_BODY_HASH("the body is not the one signed"),
    FORGED("the envelope's signature is not the sender's"),
    /** The body is not the canonical encoding of a value of the message's type. */
    MISTYPED_BODY("the body is not of the message's type"),
    FORGED_BODY("the payload's signature is not the sender's");

    private final String label;

    Refusal(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
