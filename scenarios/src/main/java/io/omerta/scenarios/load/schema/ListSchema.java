package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param noun what its elements are, in the plural
 * @param element declaration of each element
 * @param min fewest elements
 * @param max most elements
 */
public record ListSchema<T>(String noun, SchemaNode<T> element, int min, int max) implements SchemaNode<List<T>> {
    @Override
    public @Nullable Bound<List<T>> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            reading.mismatch(node, this, "");
            return null;
        }
        List<T> values = new ArrayList<>();
        List<Resolved> resolved = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Bound<T> item = element.read(sequence.items().get(i), reading.at("[" + i + "]"));
            if (item != null) {
                values.add(item.value());
                resolved.add(item.resolved());
            }
        }
        int size = sequence.items().size();
        if (size < min || size > max) {
            reading.problem(node.span(), reading.label() + " must be " + summary() + "; this list has " + size, "");
            return null;
        }
        return values.size() < size ? null : new Bound<>(values, new Resolved.Items(resolved));
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("array");
        schema.set("items", element.jsonSchema());
        if (min > 0) {
            schema.put("minItems", min);
        }
        if (max < Integer.MAX_VALUE) {
            schema.put("maxItems", max);
        }
        return schema;
    }

    @Override
    public String summary() {
        String count = min == max
                ? min + " "
                : max < Integer.MAX_VALUE ? min + " to " + max + " " : min > 1 ? "at least " + min + " " : "";
        return "a list of " + count + noun;
    }

    @Override
    public String example() {
        return "[" + element.example() + "]";
    }

    @Override
    public List<SchemaNode<?>> inner() {
        return List.of(element);
    }
}
