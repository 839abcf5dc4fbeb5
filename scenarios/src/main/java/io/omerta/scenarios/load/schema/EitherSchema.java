package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that can be written in several forms, told apart by their shape.
 *
 * @param forms the forms, each of another shape
 */
public record EitherSchema<T>(List<Form<? extends T>> forms) implements SchemaNode<T> {
    public EitherSchema {
        forms = List.copyOf(forms);
    }

    /** What a value looks like before it is read. */
    public enum Shape {
        TEXT,
        NUMBER,
        LIST,
        MAPPING;

        boolean fits(YamlNode node) {
            if (node instanceof YamlNode.Scalar scalar) {
                return this == TEXT ? scalar.isText() : this == NUMBER && scalar.isNumber();
            }
            return this == (node instanceof YamlNode.Sequence ? LIST : MAPPING);
        }
    }

    /** A shape and the declaration of the values that have it. */
    public record Form<T>(Shape shape, SchemaNode<T> schema) {}

    @Override
    public @Nullable Bound<T> read(YamlNode node, Reading reading) {
        for (Form<? extends T> form : forms) {
            if (form.shape().fits(node)) {
                return widen(form.schema().read(node, reading));
            }
        }
        reading.mismatch(node, this, "");
        return null;
    }

    private static <T> @Nullable Bound<T> widen(@Nullable Bound<? extends T> bound) {
        return bound == null ? null : new Bound<>(bound.value(), bound.resolved());
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.JSON.objectNode();
        ArrayNode any = schema.putArray("anyOf");
        forms.forEach(form -> any.add(form.schema().jsonSchema()));
        return schema;
    }

    @Override
    public String summary() {
        return forms.stream().map(form -> form.schema().summary()).collect(Collectors.joining(", or "));
    }

    @Override
    public String example() {
        return forms.get(0).schema().example();
    }

    @Override
    public List<SchemaNode<?>> inner() {
        List<SchemaNode<?>> inner = new ArrayList<>();
        forms.forEach(form -> inner.add(form.schema()));
        return inner;
    }
}
