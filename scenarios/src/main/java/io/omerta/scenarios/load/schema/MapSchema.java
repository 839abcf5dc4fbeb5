package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by name.
 *
 * @param kind what the names refer to
 * @param exampleName a name
 * @param value declaration of each value
 */
public record MapSchema<T>(Names.Kind kind, String exampleName, SchemaNode<T> value)
        implements SchemaNode<Map<String, T>> {
    @Override
    public @Nullable Bound<Map<String, T>> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            reading.mismatch(node, this, "");
            return null;
        }
        Map<String, T> values = new LinkedHashMap<>();
        Map<String, Resolved> resolved = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            reading.names().refer(kind, entry.key(), entry.keySpan());
            Bound<T> item = value.read(entry.value(), reading.at(entry.key()));
            if (item != null) {
                values.put(entry.key(), item.value());
                resolved.put(entry.key(), item.resolved());
            }
        }
        if (mapping.entries().isEmpty()) {
            reading.problem(node.span(), reading.label() + " must be " + summary() + "; this is empty", "");
            return null;
        }
        return values.size() < mapping.entries().size() ? null : new Bound<>(values, new Resolved.Fields(resolved));
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("object").put("minProperties", 1);
        schema.set("additionalProperties", value.jsonSchema());
        return schema;
    }

    @Override
    public String summary() {
        return "a mapping from each " + kind + " to " + value.summary();
    }

    @Override
    public String example() {
        return "{" + exampleName + ": " + value.example() + "}";
    }

    @Override
    public List<SchemaNode<?>> inner() {
        return List.of(value);
    }
}
