package io.omerta.protocol.ledger;

/** What became of a posting. */
public sealed interface Outcome {
    /** The ledger has changed. */
    record Posted() implements Outcome {}

    /**
     * The ledger is as it was.
     *
     * @param reason why
     * @param detail the figures that matter, such as the balance
     */
    record Refused(Refusal reason, String detail) implements Outcome {
        /** Why, in one line. */
        public String message() {
            return reason + ": " + reason.description() + " (" + detail + ")";
        }
    }
}
