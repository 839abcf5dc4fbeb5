package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/**
 * A type where it is used: {@code uint}, {@code list<peer_id>}.
 *
 * @param name the type or the generic type
 * @param arguments its type arguments, none for most
 * @param span all of it
 */
public record TypeReference(Name name, List<TypeReference> arguments, Span span) {
    /** Keeps its own copy of the arguments. */
    public TypeReference {
        arguments = List.copyOf(arguments);
    }
}
