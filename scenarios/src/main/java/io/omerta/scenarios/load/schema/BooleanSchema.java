package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** True or false. */
public record BooleanSchema() implements SchemaNode<Boolean> {
    @Override
    public @Nullable Bound<Boolean> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.isBoolean()) {
            reading.mismatch(node, this, "");
            return null;
        }
        String normal = scalar.text().toLowerCase(Locale.ROOT);
        return new Bound<>(normal.equals("true"), new Resolved.Value(normal));
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonForm.type("boolean");
    }

    @Override
    public String summary() {
        return "true or false";
    }

    @Override
    public String example() {
        return "true";
    }
}
