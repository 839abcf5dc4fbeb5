package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.TypeDescriptor;

/**
 * A field of a struct, message or block.
 *
 * @param optional whether it may be {@code null}: declared as {@code optional<type>}
 * @param span of its declaration; of the message's name for the signature that {@code signed} adds
 */
public record FieldModel(String name, Type type, boolean optional, Span span) {
    /** How its values travel. */
    public TypeDescriptor descriptor() {
        TypeDescriptor descriptor = type.descriptor();
        if (descriptor == null) {
            throw new IllegalStateException("field " + name + " has type " + type.notation() + ", which cannot travel");
        }
        return optional ? new TypeDescriptor.OptionalOf(descriptor) : descriptor;
    }
}
