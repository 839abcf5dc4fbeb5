package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** YAML as JSON, by the core schema of YAML 1.2. */
public final class JsonForm {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonForm() {}

    /** The tree as JSON; numbers that JSON cannot hold become text. */
    public static JsonNode of(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        if (scalar.isNull()) {
            return JSON.nullNode();
        }
        if (scalar.isBoolean()) {
            return JSON.booleanNode(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
        }
        return scalar.isNumber() ? number(scalar.text()) : JSON.textNode(scalar.text());
    }

    private static JsonNode number(String text) {
        try {
            if (text.matches("[-+]?[0-9]+")) {
                return JSON.numberNode(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
            }
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return JSON.textNode(text);
        }
    }

    static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }
}
