package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** A finite number. */
public record NumberSchema(Range range) implements SchemaNode<Double> {
    @Override
    public @Nullable Bound<Double> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.isNumber()) {
            reading.mismatch(node, this, "");
            return null;
        }
        if (Decimal.hasLeadingZero(scalar.text())) {
            reading.problem(
                    node.span(),
                    reading.label() + " has a leading zero",
                    "write " + scalar.text().replaceFirst("^([-+]?)0+(?=[0-9])", "$1"));
            return null;
        }
        Decimal number = Decimal.parse(scalar.text());
        if (number == null || !range.contains(number.value())) {
            reading.problem(
                    node.span(),
                    reading.label() + " must be " + summary() + "; this is " + shortened(scalar.text()),
                    "");
            return null;
        }
        return new Bound<>(number.value(), new Resolved.Value(Decimal.normal(number.exact())));
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("number");
        range.describe(schema);
        return schema;
    }

    @Override
    public String summary() {
        return "a finite number" + range.describe();
    }

    @Override
    public String example() {
        return "1.5";
    }
}
