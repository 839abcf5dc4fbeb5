package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import java.util.List;

/**
 * What is made of named fields: a struct, a message's payload, a block's content, or the view that properties have of
 * an actor.
 *
 * @param fields in declared order; a signed message has one more at the end, {@link MessageModel#SIGNATURE_FIELD}
 * @param shape of its values
 * @param span of its declared name
 */
public record RecordModel(String name, List<FieldModel> fields, StructShape shape, Span span) {
    public RecordModel {
        fields = List.copyOf(fields);
    }

    /** A record with the shape of its name and fields. */
    public static RecordModel of(String name, List<FieldModel> fields, Span span) {
        StructShape shape =
                StructShape.of(name, fields.stream().map(FieldModel::name).toList());
        return new RecordModel(name, fields, shape, span);
    }

    /** Place of a field, or -1. */
    public int indexOf(String field) {
        return shape.indexOf(field);
    }

    /** How its values travel. */
    public TypeDescriptor.StructOf descriptor() {
        return new TypeDescriptor.StructOf(
                shape, fields.stream().map(FieldModel::descriptor).toList());
    }
}
