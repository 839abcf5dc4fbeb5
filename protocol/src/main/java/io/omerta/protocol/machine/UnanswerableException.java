package io.omerta.protocol.machine;

/** The surroundings cannot answer a question of a step. */
public final class UnanswerableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was asked and why there is no answer, one line */
    public UnanswerableException(String message) {
        super(message);
    }
}
