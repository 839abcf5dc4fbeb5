package io.omerta.cli;

/** A run that ended with an error inside the simulation. The message tells what, when and how to see it again. */
final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRun(String message, Throwable cause) {
        super(message, cause);
    }
}
