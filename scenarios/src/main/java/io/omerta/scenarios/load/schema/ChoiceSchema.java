package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of a few words.
 *
 * @param options each word with what it becomes, in the order to show
 */
public record ChoiceSchema<T>(Map<String, T> options) implements SchemaNode<T> {
    public ChoiceSchema {
        options = new LinkedHashMap<>(options);
    }

    /** The constants of an enumeration, in lower case with '-' between words. */
    public static <E extends Enum<E>> ChoiceSchema<E> of(Class<E> type) {
        Map<String, E> options = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            options.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new ChoiceSchema<>(options);
    }

    /** A single word. */
    public static <T> ChoiceSchema<T> of(String word, T value) {
        return new ChoiceSchema<>(Map.of(word, value));
    }

    /** One of two words. */
    public static <T> ChoiceSchema<T> of(String first, T firstValue, String second, T secondValue) {
        Map<String, T> options = new LinkedHashMap<>();
        options.put(first, firstValue);
        options.put(second, secondValue);
        return new ChoiceSchema<>(options);
    }

    @Override
    public @Nullable Bound<T> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.isText()) {
            reading.mismatch(node, this, "");
            return null;
        }
        T value = options.get(scalar.text());
        if (value == null) {
            reading.problem(
                    node.span(),
                    "unknown value \"" + NumberSchema.shortened(scalar.text()) + "\" for " + reading.label(),
                    NearestMatch.hint(scalar.text(), options.keySet()));
            return null;
        }
        return new Bound<>(value, Resolved.text(scalar.text()));
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.JSON.objectNode();
        ArrayNode words = schema.putArray("enum");
        options.keySet().forEach(words::add);
        return schema;
    }

    @Override
    public String summary() {
        return (options.size() == 1 ? "" : "one of ") + String.join(", ", options.keySet());
    }

    @Override
    public String example() {
        return options.keySet().iterator().next();
    }
}
