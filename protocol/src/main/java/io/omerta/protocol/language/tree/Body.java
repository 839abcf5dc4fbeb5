package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import java.util.Iterator;
import java.util.List;

/**
 * The parts of a construct that stand in parentheses.
 *
 * @param items the parts, in order
 * @param span from the opening to the closing parenthesis; empty if both were left out
 */
public record Body<T>(List<T> items, Span span) implements Iterable<T> {
    /** Keeps its own copy of the items. */
    public Body {
        items = List.copyOf(items);
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }
}
