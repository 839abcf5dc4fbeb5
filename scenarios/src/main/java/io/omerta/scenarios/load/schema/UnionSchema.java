package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of object, told apart by a key that names the kind.
 *
 * @param noun what it is, with its article
 * @param tag the key that names the kind
 * @param kinds each kind in the order to show
 */
public record UnionSchema<T>(String noun, String tag, Map<String, Kind<? extends T>> kinds) implements SchemaNode<T> {
    public UnionSchema {
        kinds = new LinkedHashMap<>(kinds);
    }

    /**
     * One kind of object.
     *
     * @param name what the tag says
     * @param prose what the kind is
     * @param schema its keys, without the one that names the kind
     */
    public record Kind<T>(String name, String prose, ObjectSchema<T> schema) {}

    /** A union of kinds in the order given. */
    public static <T> UnionSchema<T> of(String noun, String tag, List<Kind<? extends T>> kinds) {
        Map<String, Kind<? extends T>> byName = new LinkedHashMap<>();
        kinds.forEach(kind -> byName.put(kind.name(), kind));
        return new UnionSchema<>(noun, tag, byName);
    }

    @Override
    public @Nullable Bound<T> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            reading.mismatch(node, this, "");
            return null;
        }
        YamlNode.Entry entry = mapping.find(tag);
        if (entry == null) {
            reading.problem(
                    node.span(),
                    "missing key \"" + tag + "\" in " + reading.label(),
                    "one of " + String.join(", ", kinds.keySet()));
            return null;
        }
        if (!(entry.value() instanceof YamlNode.Scalar scalar) || !scalar.isText()) {
            reading.problem(
                    entry.value().span(),
                    reading.at(tag).label() + " must be text; this is "
                            + entry.value().kind(),
                    "one of " + String.join(", ", kinds.keySet()));
            return null;
        }
        Kind<? extends T> kind = kinds.get(scalar.text());
        if (kind == null) {
            reading.problem(
                    scalar.span(),
                    "unknown value \"" + NumberSchema.shortened(scalar.text()) + "\" for "
                            + reading.at(tag).label(),
                    NearestMatch.hint(scalar.text(), kinds.keySet()));
            return null;
        }
        Bound<? extends T> bound = kind.schema().read(node, reading, tag);
        return bound == null ? null : new Bound<>(bound.value(), bound.resolved());
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("object");
        ArrayNode names = JsonForm.JSON.arrayNode();
        kinds.keySet().forEach(names::add);
        schema.putObject("properties").putObject(tag).set("enum", names);
        schema.putArray("required").add(tag);
        ArrayNode alternatives = schema.putArray("oneOf");
        kinds.forEach((name, kind) -> {
            ObjectNode alternative = kind.schema().jsonSchema();
            alternative.put("description", kind.prose());
            ObjectNode properties = JsonForm.JSON.objectNode();
            properties.putObject(tag).put("const", name);
            properties.setAll((ObjectNode) alternative.get("properties"));
            alternative.set("properties", properties);
            alternatives.add(alternative);
        });
        return schema;
    }

    @Override
    public String summary() {
        return noun + " whose \"" + tag + "\" is one of " + String.join(", ", kinds.keySet());
    }

    @Override
    public String example() {
        Kind<? extends T> first = kinds.values().iterator().next();
        String rest = first.schema().example();
        return "{" + tag + ": " + first.name() + (rest.equals("{}") ? "" : ", " + rest.substring(1, rest.length() - 1))
                + "}";
    }

    @Override
    public List<SchemaNode<?>> inner() {
        List<SchemaNode<?>> inner = new ArrayList<>();
        kinds.values().forEach(kind -> inner.add(kind.schema()));
        return inner;
    }
}
