package io.omerta.scenarios.model;

/**
 * Something that a user gave cannot be used. The message is all the user sees: what, where, what is allowed, the nearest
 * match and the next step. It ends the program with exit code 3 and no stack trace.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
