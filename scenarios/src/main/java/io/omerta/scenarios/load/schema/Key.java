package io.omerta.scenarios.load.schema;

import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Source;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.load.yaml.YamlReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One key of the language: everything that is known about it.
 *
 * @param <T> what its value becomes
 */
public final class Key<T> {
    private final String name;
    private final SchemaNode<T> type;
    private final boolean required;
    private final @Nullable YamlNode defaultNode;
    private final String defaultText;
    private final String prose;

    private Key(
            String name,
            SchemaNode<T> type,
            boolean required,
            @Nullable YamlNode defaultNode,
            String defaultText,
            String prose) {
        this.name = name;
        this.type = type;
        this.required = required;
        this.defaultNode = defaultNode;
        this.defaultText = defaultText;
        this.prose = prose;
    }

    /** A key that must be given. */
    public static <T> Key<T> required(String name, SchemaNode<T> type, String prose) {
        return new Key<>(name, type, true, null, "", prose);
    }

    /** A key with a default, written as YAML. */
    public static <T> Key<T> withDefault(String name, SchemaNode<T> type, String defaultYaml, String prose) {
        return new Key<>(name, type, false, parse(defaultYaml), defaultYaml, prose);
    }

    private static YamlNode parse(String yaml) {
        Problems problems = new Problems();
        YamlNode node = YamlReader.read(Source.file("declaration", yaml), yaml, "value", problems);
        problems.throwIfAny();
        return Objects.requireNonNull(node);
    }

    /**
     * A key that may be left out.
     *
     * @param absence what its absence means, such as "the preset's"
     */
    public static <T> Key<T> optional(String name, SchemaNode<T> type, String absence, String prose) {
        return new Key<>(name, type, false, null, absence, prose);
    }

    public String name() {
        return name;
    }

    public SchemaNode<T> type() {
        return type;
    }

    public boolean isRequired() {
        return required;
    }

    /** The default as YAML, or null if there is none that can be written. */
    public @Nullable YamlNode defaultNode() {
        return defaultNode;
    }

    /** The default as YAML, or in words; empty for a required key. */
    public String defaultText() {
        return defaultText;
    }

    /** A value that the key may have. */
    YamlNode exampleNode() {
        return parse(type.example());
    }

    public String prose() {
        return prose;
    }
}
