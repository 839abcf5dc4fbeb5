package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;

/**
 * A declared enum.
 *
 * @param description for people, possibly empty
 */
public record EnumModel(Type.EnumOf type, String description, Span span) {
    public String name() {
        return type.name();
    }
}
