package io.omerta.scenarios.load.yaml;

/**
 * A stretch of one line of a source.
 *
 * @param source the text
 * @param line from 1; 0 for the source as a whole
 * @param column from 1, in characters (code points)
 * @param length in characters, at least 1
 */
public record Span(Source source, int line, int column, int length) {
    /** The source as a whole: problems there are shown without a line. */
    public static Span whole(Source source) {
        return new Span(source, 0, 0, 1);
    }
}
