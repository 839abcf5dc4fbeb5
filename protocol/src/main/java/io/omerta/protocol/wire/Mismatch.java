package io.omerta.protocol.wire;

/**
 * Where and how a value differs from its declared type.
 *
 * @param path the place, such as {@code payload.votes[3].verdict}
 * @param expected what is allowed there
 * @param found what is there
 */
public record Mismatch(String path, String expected, String found) {
    /** The mismatch in one line. */
    public String message() {
        return path + ": expected " + expected + ", but found " + found;
    }

    /** The same mismatch seen from what encloses it. */
    Mismatch within(String enclosing) {
        return new Mismatch(enclosing + path, expected, found);
    }
}
