package io.omerta.protocol.language.syntax;

/**
 * Leaves the rule being parsed for the nearest list that can go on. Thrown only after the fault has been reported, and
 * never out of {@link Parser}.
 */
final class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxFault() {
        super("reported syntax fault", null, false, false);
    }
}
