package io.omerta.protocol.chain;

/** What became of bytes that should be a record of some type. */
public sealed interface Parsed<T> {
    /** The bytes are this record. What it claims is not verified by that. */
    record Read<T>(T record) implements Parsed<T> {}

    /**
     * The bytes are no such record.
     *
     * @param message why, in one line
     */
    record Unreadable<T>(String message) implements Parsed<T> {}
}
