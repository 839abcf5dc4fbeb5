package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A probability, share or level: a number such as 0.05, or "5 %".
 *
 * @param noun what it is, with its article
 * @param range within [0, 1]
 */
public record ProbabilitySchema(String noun, Range range) implements SchemaNode<Double> {
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,30})?) ?%");

    /** A probability from 0 to 1. */
    public static ProbabilitySchema probability() {
        return new ProbabilitySchema("a probability", Range.UNIT);
    }

    /** A share from 0 to 1. */
    public static ProbabilitySchema share() {
        return new ProbabilitySchema("a share", Range.UNIT);
    }

    @Override
    public @Nullable Bound<Double> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull() || scalar.isBoolean()) {
            reading.mismatch(node, this, "");
            return null;
        }
        Decimal number = null;
        if (scalar.isNumber()) {
            if (Decimal.hasLeadingZero(scalar.text())) {
                reading.problem(node.span(), reading.label() + " has a leading zero", "");
                return null;
            }
            number = Decimal.parse(scalar.text());
        } else {
            var matcher = PERCENT.matcher(scalar.text());
            Decimal percent = matcher.matches() ? Decimal.parse(matcher.group(1)) : null;
            number = percent == null ? null : percent.percent();
        }
        if (number == null || !range.contains(number.value())) {
            reading.problem(
                    node.span(),
                    reading.label() + " must be " + summary() + "; this is " + NumberSchema.shortened(scalar.text()),
                    "");
            return null;
        }
        return new Bound<>(number.value(), new Resolved.Value(Decimal.normal(number.exact())));
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode number = JsonForm.type("number");
        range.describe(number);
        ObjectNode schema = JsonForm.JSON.objectNode();
        schema.putArray("anyOf").add(number).add(JsonForm.type("string").put("pattern", "^" + PERCENT + "$"));
        return schema;
    }

    @Override
    public String summary() {
        return noun + range.describe() + ", such as 0.05 or \"5 %\"";
    }

    @Override
    public String example() {
        return "0.05";
    }
}
