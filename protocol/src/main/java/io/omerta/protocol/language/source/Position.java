package io.omerta.protocol.language.source;

/**
 * A place for people.
 *
 * @param line counted from 1
 * @param column counted from 1, in Unicode code points; a tab is one
 */
public record Position(int line, int column) {
    /** Line and column, {@code 12:7}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
