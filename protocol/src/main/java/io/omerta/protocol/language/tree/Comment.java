package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;

/**
 * A comment, which has no meaning but is kept for the formatter and for generated documentation.
 *
 * @param span from the {@code #} to the end of the line
 * @param anchor offset at which the token before it ends; 0 if there is none
 * @param ownLine whether nothing but blanks stands before it on its line
 */
public record Comment(Span span, int anchor, boolean ownLine) {
    /** The comment from its {@code #}, without blanks at its end. */
    public String text() {
        return span.text().stripTrailing();
    }

    /** Whether the comment follows, on its line, the token that ends at an offset. */
    public boolean trails(int end) {
        return !ownLine && anchor == end;
    }
}
