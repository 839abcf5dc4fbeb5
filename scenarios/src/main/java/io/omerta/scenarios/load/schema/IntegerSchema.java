package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A whole number in decimal digits.
 *
 * @param min smallest allowed
 * @param max largest allowed
 */
public record IntegerSchema(long min, long max) implements SchemaNode<Long> {
    @Override
    public @Nullable Bound<Long> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.isNumber()) {
            reading.mismatch(node, this, quotedOrGrouped(node));
            return null;
        }
        String text = scalar.text();
        if (!text.matches("[-+]?[0-9]{1,40}")) {
            reading.problem(
                    node.span(),
                    reading.label() + " must be " + summary() + "; this is " + text,
                    "write decimal digits");
            return null;
        }
        BigInteger value = new BigInteger(text);
        if (Decimal.hasLeadingZero(text)) {
            reading.problem(node.span(), reading.label() + " has a leading zero", "write " + value);
            return null;
        }
        if (value.compareTo(BigInteger.valueOf(min)) < 0 || value.compareTo(BigInteger.valueOf(max)) > 0) {
            reading.problem(node.span(), reading.label() + " must be " + summary() + "; this is " + value, "");
            return null;
        }
        return new Bound<>(value.longValueExact(), new Resolved.Value(value.toString()));
    }

    private static String quotedOrGrouped(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            String digits = scalar.text().replace("_", "").replace(",", "").replace(" ", "");
            return digits.matches("[1-9][0-9]{0,18}") ? "write " + digits : "";
        }
        return "";
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("integer");
        if (min != Long.MIN_VALUE) {
            schema.put("minimum", min);
        }
        if (max != Long.MAX_VALUE) {
            schema.put("maximum", max);
        }
        return schema;
    }

    @Override
    public String summary() {
        if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
            return "a whole number of at most 64 bits";
        }
        return max == Long.MAX_VALUE ? "a whole number, at least " + min : "a whole number from " + min + " to " + max;
    }

    @Override
    public String example() {
        return Long.toString(Math.max(min, 1));
    }
}
