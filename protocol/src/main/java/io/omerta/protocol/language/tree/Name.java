package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;

/**
 * A name where it is declared or referred to.
 *
 * @param text as written
 * @param span where
 */
public record Name(String text, Span span) {
    @Override
    public String toString() {
        return text;
    }
}
