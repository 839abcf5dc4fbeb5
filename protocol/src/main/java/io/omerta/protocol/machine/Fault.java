package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;

/**
 * Why a macro-step was undone.
 *
 * @param place what could not be evaluated
 * @param detail what was wrong with it, one line
 */
public record Fault(Kind kind, Span place, String detail) {
    /** The kinds of fault. */
    public enum Kind {
        /** {@code null} was used as a value. */
        NULL_VALUE,
        /** An integer left the range of 64 bits, or a time that of its type. */
        OVERFLOW,
        DIVISION_BY_ZERO,
        /** A negative number where {@code uint} is needed. */
        NEGATIVE,
        /** A place outside a list, a count beyond what there is. */
        OUT_OF_RANGE,
        /** A value would be nested deeper or be larger than any value may be. */
        TOO_LARGE,
        /** {@code ABORT} was called. */
        ABORTED,
        /** The surroundings could not answer, or their answer was not of its type. */
        UNANSWERABLE,
        /** Automatic transitions did not come to rest. */
        TOO_MANY_TRANSITIONS,
        /** The step took too much work. */
        TOO_MUCH_WORK
    }
}
