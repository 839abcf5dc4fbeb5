package io.omerta.protocol.language.source;

/**
 * A stretch of source text. Spans carry their source, so that a fault may point from one file into another.
 *
 * @param source where the text stands
 * @param start offset of the first char (UTF-16)
 * @param end offset after the last char; equal to {@code start} for a place between two chars
 */
public record Span(Source source, int start, int end) {
    /** Refuses a stretch outside the text. */
    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("span " + start + ".." + end + " is not within 0.."
                    + source.text().length() + " of " + source.name());
        }
    }

    /** Where the first char stands. */
    public Position startPosition() {
        return source.position(start);
    }

    /** Where the char after the last one stands. */
    public Position endPosition() {
        return source.position(end);
    }

    /** The text covered. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** From the start of this span to the end of a later one in the same source. */
    public Span to(Span last) {
        return new Span(source, start, last.end);
    }

    /** Whether another span of the same source lies within this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Source, line and column, {@code escrow.omt:12:7}. */
    @Override
    public String toString() {
        return source.name() + ":" + startPosition();
    }
}
