package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys with values of any form, kept as they are: what they may be is declared where they are put. */
public record AnySchema() implements SchemaNode<YamlNode.Mapping> {
    @Override
    public @Nullable Bound<YamlNode.Mapping> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            reading.mismatch(node, this, "");
            return null;
        }
        return new Bound<>(mapping, resolve(mapping));
    }

    private static Resolved resolve(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Resolved> fields = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> fields.put(entry.key(), resolve(entry.value())));
            return new Resolved.Fields(fields);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return new Resolved.Items(
                    sequence.items().stream().map(AnySchema::resolve).toList());
        }
        return new Resolved.Value(node.asYaml());
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonForm.type("object");
    }

    @Override
    public String summary() {
        return "a mapping of dotted keys to values";
    }

    @Override
    public String example() {
        return "{network.nodes: 100}";
    }
}
