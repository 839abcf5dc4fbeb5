package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text.
 *
 * @param noun what it is, with its article
 * @param pattern what all of it must match, or null
 * @param example a value that matches
 * @param kind what it refers to, or null for text that names nothing
 */
public record TextSchema(String noun, @Nullable String pattern, String example, Names.@Nullable Kind kind)
        implements SchemaNode<String> {
    /** Names of nodes, regions and connections. */
    public static final String KEY_PATTERN = "[A-Za-z][A-Za-z0-9_.-]{0,63}|[0-9]+[A-Za-z_-][A-Za-z0-9_.-]{0,60}";

    /** Text of any form. */
    public static TextSchema free(String noun, String example) {
        return new TextSchema(noun, null, example, null);
    }

    /** A name that something else defines. */
    public static TextSchema reference(Names.Kind kind, String example) {
        return new TextSchema("a " + kind, KEY_PATTERN, example, kind);
    }

    /** A name that is defined here. */
    public static TextSchema key(String noun, String example) {
        return new TextSchema(noun, KEY_PATTERN, example, null);
    }

    @Override
    public @Nullable Bound<String> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || !scalar.isText()) {
            boolean quotable = node instanceof YamlNode.Scalar value && !value.isNull() && pattern == null;
            String text = node instanceof YamlNode.Scalar value ? value.text() : "";
            reading.mismatch(node, this, quotable ? "write \"" + text + "\"" : "");
            return null;
        }
        String text = scalar.text();
        if (pattern != null && !Pattern.matches(pattern, text)) {
            reading.problem(
                    node.span(),
                    reading.label() + " must be " + summary() + "; this is \"" + NumberSchema.shortened(text) + "\"",
                    "");
            return null;
        }
        if (kind != null) {
            reading.names().refer(kind, text, node.span());
        }
        return new Bound<>(text, Resolved.text(text));
    }

    @Override
    public ObjectNode jsonSchema() {
        ObjectNode schema = JsonForm.type("string");
        return pattern == null ? schema : schema.put("pattern", "^(" + pattern + ")$");
    }

    @Override
    public String summary() {
        return noun + ", such as " + example;
    }

    @Override
    public String example() {
        return example;
    }
}
