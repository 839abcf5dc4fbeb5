package io.omerta.scenarios.load.yaml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document and where it stands. */
public sealed interface YamlNode {
    /** Where it begins. */
    Span span();

    /** What it is, with its article, as a message would call it. */
    String kind();

    /** The same in flow style, on one line. */
    default String asYaml() {
        if (this instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry ->
                            Resolved.quote(entry.key()) + ": " + entry.value().asYaml())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (this instanceof Sequence sequence) {
            return sequence.items().stream().map(YamlNode::asYaml).collect(Collectors.joining(", ", "[", "]"));
        }
        Scalar scalar = (Scalar) this;
        return scalar.isText() ? Resolved.quote(scalar.text()) : scalar.isNull() ? "null" : scalar.text();
    }

    /**
     * A single value.
     *
     * @param text what it says, quotes and escapes taken away
     * @param plain whether it stands without quotes, and so may be a number, true, false or null
     */
    record Scalar(Span span, String text, boolean plain) implements YamlNode {
        private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+");
        private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
        private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

        /** Whether it is a number by the core schema of YAML 1.2. */
        public boolean isNumber() {
            return plain
                    && (INTEGER.matcher(text).matches()
                            || DECIMAL.matcher(text).matches()
                            || NOT_FINITE.matcher(text).matches());
        }

        /** Whether it is true or false by the core schema of YAML 1.2. */
        public boolean isBoolean() {
            return plain
                    && switch (text) {
                        case "true", "True", "TRUE", "false", "False", "FALSE" -> true;
                        default -> false;
                    };
        }

        /** Whether it is null by the core schema of YAML 1.2. */
        public boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        /** Whether it is text. */
        public boolean isText() {
            return !isNumber() && !isBoolean() && !isNull();
        }

        @Override
        public String kind() {
            if (isNull()) {
                return "nothing";
            }
            return isNumber() ? "a number" : isBoolean() ? "true or false" : "text";
        }
    }

    /** A list. */
    record Sequence(Span span, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, each key once. */
    record Mapping(Span span, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The entry with this key, or null. */
        public @Nullable Entry find(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry;
                }
            }
            return null;
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key with its value. */
    record Entry(String key, Span keySpan, YamlNode value) {}
}
