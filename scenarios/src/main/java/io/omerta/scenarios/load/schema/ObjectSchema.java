package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fixed set of keys. */
public final class ObjectSchema<T> implements SchemaNode<T> {
    private final String noun;
    private final List<Key<?>> keys;
    private final boolean exactlyOne;
    private final List<Alternative> alternatives;
    private final Consumer<Fields> check;
    private final Function<Fields, T> binder;

    /**
     * One of several ways to say what an object is about.
     *
     * @param required keys that it takes
     * @param optional further keys that make sense with it only
     */
    public record Alternative(List<Key<?>> required, List<Key<?>> optional) {
        public Alternative {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }

        List<Key<?>> all() {
            List<Key<?>> all = new ArrayList<>(required);
            all.addAll(optional);
            return all;
        }
    }

    private ObjectSchema(
            String noun,
            List<Key<?>> keys,
            boolean exactlyOne,
            List<Alternative> alternatives,
            Consumer<Fields> check,
            Function<Fields, T> binder) {
        this.noun = noun;
        this.keys = List.copyOf(keys);
        this.exactlyOne = exactlyOne;
        this.alternatives = List.copyOf(alternatives);
        this.check = check;
        this.binder = binder;
    }

    /**
     * Declares an object.
     *
     * @param noun what it is, with its article
     * @param keys in the order in which they are printed
     * @param binder makes the value; called only when no key has a problem
     */
    public static <T> ObjectSchema<T> of(String noun, List<Key<?>> keys, Function<Fields, T> binder) {
        return new ObjectSchema<>(noun, keys, false, List.of(), fields -> {}, binder);
    }

    /** Exactly one of several keys. */
    public static <T> ObjectSchema<T> exactlyOne(String noun, List<Key<?>> keys, Function<Fields, T> binder) {
        return new ObjectSchema<>(noun, keys, true, List.of(), fields -> {}, binder);
    }

    /** The same object with a check across keys; it also sees objects of which some keys have problems. */
    public ObjectSchema<T> checking(Consumer<Fields> furtherCheck) {
        return new ObjectSchema<>(noun, keys, exactlyOne, alternatives, check.andThen(furtherCheck), binder);
    }

    /** The same object, whose keys must be those of one alternative; if there are none of any, the first is meant. */
    public ObjectSchema<T> withAlternatives(List<Alternative> choices) {
        return new ObjectSchema<>(noun, keys, exactlyOne, choices, check, binder);
    }

    public List<Key<?>> keys() {
        return keys;
    }

    @Override
    public @Nullable Bound<T> read(YamlNode node, Reading reading) {
        return read(node, reading, null);
    }

    /** Reads an object of which a union has read the tag already. */
    @Nullable
    Bound<T> read(YamlNode node, Reading reading, @Nullable String tagKey) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            reading.mismatch(node, this, "");
            return null;
        }
        int problemsBefore = reading.problems().count();
        Fields fields = new Fields(node, reading);
        Map<String, Resolved> resolved = new LinkedHashMap<>();
        YamlNode.Entry tag = tagKey == null ? null : mapping.find(tagKey);
        if (tag != null && tag.value() instanceof YamlNode.Scalar scalar) {
            resolved.put(tag.key(), Resolved.text(scalar.text()));
        }
        boolean whole = refuseUnknown(mapping, reading, tagKey);
        List<Key<?>> foreign = foreign(mapping);
        for (Key<?> key : keys) {
            // The default of a key that does not go with what is given must not be written out as if it were.
            if (mapping.find(key.name()) != null || !foreign.contains(key)) {
                whole &= readKey(key, mapping, fields, resolved);
            }
        }
        if (exactlyOne && mapping.entries().size() != 1) {
            reading.problem(node.span(), reading.label() + " must be " + summary(), "");
        }
        if (!alternatives.isEmpty()) {
            whole &= checkAlternatives(fields, mapping);
        }
        check.accept(fields);
        if (!whole || reading.problems().count() > problemsBefore) {
            return null;
        }
        return new Bound<>(binder.apply(fields), new Resolved.Fields(resolved));
    }

    /** The alternative that is meant: the first of which a key is given. */
    private Alternative meant(YamlNode.Mapping mapping) {
        return alternatives.stream()
                .filter(alternative -> alternative.all().stream().anyMatch(key -> mapping.find(key.name()) != null))
                .findFirst()
                .orElse(alternatives.get(0));
    }

    /** The keys of the alternatives that are not meant. */
    private List<Key<?>> foreign(YamlNode.Mapping mapping) {
        if (alternatives.isEmpty()) {
            return List.of();
        }
        Alternative meant = meant(mapping);
        return alternatives.stream()
                .filter(alternative -> !alternative.equals(meant))
                .flatMap(alternative -> alternative.all().stream())
                .toList();
    }

    private boolean checkAlternatives(Fields fields, YamlNode.Mapping mapping) {
        Alternative meant = meant(mapping);
        int before = fields.reading().problems().count();
        for (Key<?> key : meant.required()) {
            if (mapping.find(key.name()) == null) {
                missing(key, mapping, fields.reading());
            }
        }
        for (Alternative other : alternatives) {
            for (Key<?> key : other.all()) {
                YamlNode.Entry entry = mapping.find(key.name());
                if (!other.equals(meant) && entry != null) {
                    fields.reading()
                            .problem(
                                    entry.keySpan(),
                                    "\"" + key.name() + "\" does not go with \""
                                            + given(meant, mapping).name() + "\" in "
                                            + fields.reading().label(),
                                    "remove one of the two");
                }
            }
        }
        return fields.reading().problems().count() == before;
    }

    private static Key<?> given(Alternative alternative, YamlNode.Mapping mapping) {
        return alternative.all().stream()
                .filter(key -> mapping.find(key.name()) != null)
                .findFirst()
                .orElseThrow();
    }

    private static void missing(Key<?> key, YamlNode.Mapping mapping, Reading reading) {
        reading.problem(
                mapping.span(),
                "missing key \"" + key.name() + "\" in " + reading.label(),
                "add \"" + key.name() + ": " + key.type().example() + "\", for example");
    }

    private boolean refuseUnknown(YamlNode.Mapping mapping, Reading reading, @Nullable String tagKey) {
        List<String> allowed = new ArrayList<>(names());
        if (tagKey != null) {
            allowed.add(0, tagKey);
        }
        boolean known = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!allowed.contains(entry.key())) {
                reading.problem(
                        entry.keySpan(),
                        "unknown key \"" + NumberSchema.shortened(entry.key()) + "\" in " + reading.label(),
                        NearestMatch.hint(entry.key(), allowed));
                known = false;
            }
        }
        return known;
    }

    private <V> boolean readKey(Key<V> key, YamlNode.Mapping mapping, Fields fields, Map<String, Resolved> resolved) {
        YamlNode.Entry entry = mapping.find(key.name());
        YamlNode value = entry == null ? key.defaultNode() : entry.value();
        if (value == null) {
            if (key.isRequired()) {
                missing(key, mapping, fields.reading());
            }
            return !key.isRequired();
        }
        if (entry != null) {
            fields.putSpan(key, entry.value().span());
        }
        Bound<V> bound = key.type().read(value, fields.reading().at(key.name()));
        if (bound == null) {
            return false;
        }
        fields.put(key, bound.value());
        resolved.put(key.name(), bound.resolved());
        return true;
    }

    private List<String> names() {
        return keys.stream().<String>map(Key::name).toList();
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonForm.JSON.arrayNode();
        for (Key<?> key : keys) {
            ObjectNode property = key.type().jsonSchema();
            property.put("description", key.prose());
            YamlNode defaultNode = key.defaultNode();
            if (defaultNode != null) {
                property.set("default", JsonForm.of(defaultNode));
            }
            property.putArray("examples").add(JsonForm.of(key.exampleNode()));
            properties.set(key.name(), property);
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (!alternatives.isEmpty()) {
            ArrayNode choices = schema.putArray("oneOf");
            alternatives.forEach(alternative -> choices.add(jsonSchema(alternative)));
        }
        if (exactlyOne) {
            schema.put("minProperties", 1).put("maxProperties", 1);
        }
        return schema;
    }

    private ObjectNode jsonSchema(Alternative alternative) {
        ObjectNode choice = JsonForm.JSON.objectNode();
        ArrayNode required = choice.putArray("required");
        alternative.required().forEach(key -> required.add(key.name()));
        ObjectNode properties = choice.putObject("properties");
        for (Alternative other : alternatives) {
            if (!other.equals(alternative)) {
                other.all().forEach(key -> properties.put(key.name(), false));
            }
        }
        return choice;
    }

    @Override
    public String summary() {
        return noun + (exactlyOne ? " with exactly one of the keys " : " with the keys ") + String.join(", ", names());
    }

    @Override
    public String example() {
        StringBuilder example = new StringBuilder("{");
        for (Key<?> key : keys) {
            boolean shown = exactlyOne ? example.length() == 1 : key.isRequired();
            if (shown) {
                example.append(example.length() == 1 ? "" : ", ")
                        .append(key.name())
                        .append(": ")
                        .append(key.type().example());
            }
        }
        return example.append('}').toString();
    }
}
