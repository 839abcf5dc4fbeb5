package io.omerta.scenarios.load.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tree ready to be printed: values in their normal form, keys in the order of the schema, defaults put in. */
public sealed interface Resolved {
    /** A single value as YAML. */
    record Value(String yaml) implements Resolved {}

    /** Text of several lines, the last with or without its end. */
    record Paragraphs(String text) implements Resolved {}

    /** A list. */
    record Items(List<Resolved> items) implements Resolved {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys with values; the order counts. */
    record Fields(Map<String, Resolved> fields) implements Resolved {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }

        /** The value of this key, or null. */
        public @Nullable Resolved find(String key) {
            return fields.get(key);
        }
    }

    /** Text, quoted where a reader could take it for something else. */
    static Resolved text(String text) {
        return Quoting.isLiteral(text) ? new Paragraphs(text) : new Value(Quoting.quote(text));
    }

    /** Text on one line, quoted where a reader could take it for something else. */
    static String quote(String text) {
        return Quoting.quote(text);
    }

    /** Prints the tree as a YAML document. */
    default String print() {
        StringBuilder out = new StringBuilder();
        Printing.print(this, 0, out);
        return out.toString();
    }

    /** When text needs quotes. */
    final class Quoting {
        private static final Pattern SAFE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
        private static final Pattern TAKEN =
                Pattern.compile("y|n|yes|no|on|off|true|false|null", Pattern.CASE_INSENSITIVE);

        private static final int LONGEST_PLAIN = 200;

        private Quoting() {}

        /** Whether text of several lines reads back as it is from a literal block. */
        static boolean isLiteral(String text) {
            String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            return body.contains("\n")
                    && body.equals(body.strip())
                    && body.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~') || Character.isLetterOrDigit(c));
        }

        static String quote(String text) {
            if (text.length() <= LONGEST_PLAIN
                    && SAFE.matcher(text).matches()
                    && !TAKEN.matcher(text).matches()) {
                return text;
            }
            StringBuilder quoted = new StringBuilder("\"");
            text.codePoints().forEach(c -> {
                switch (c) {
                    case '"' -> quoted.append("\\\"");
                    case '\\' -> quoted.append("\\\\");
                    case '\n' -> quoted.append("\\n");
                    case '\t' -> quoted.append("\\t");
                    default -> {
                        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                            quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                        } else {
                            quoted.appendCodePoint(c);
                        }
                    }
                }
            });
            return quoted.append('"').toString();
        }
    }

    /** Block style, with lists of single values on one line. */
    final class Printing {
        private Printing() {}

        private static void print(Resolved node, int indent, StringBuilder out) {
            if (node instanceof Fields fields) {
                boolean first = true;
                for (Map.Entry<String, Resolved> entry : fields.fields().entrySet()) {
                    if (!first) {
                        out.append(" ".repeat(indent));
                    }
                    first = false;
                    out.append(Quoting.quote(entry.getKey())).append(':');
                    printNested(entry.getValue(), indent + 2, out);
                }
            } else if (node instanceof Items items) {
                boolean first = true;
                for (Resolved item : items.items()) {
                    if (!first) {
                        out.append(" ".repeat(indent));
                    }
                    first = false;
                    out.append('-');
                    if (item instanceof Paragraphs paragraphs) {
                        literal(paragraphs, indent + 2, out);
                    } else if (isFlow(item)) {
                        out.append(' ');
                        flow(item, out);
                        out.append('\n');
                    } else {
                        out.append(' ');
                        print(item, indent + 2, out);
                    }
                }
            }
        }

        private static void literal(Paragraphs paragraphs, int indent, StringBuilder out) {
            String text = paragraphs.text();
            out.append(text.endsWith("\n") ? " |\n" : " |-\n");
            text.lines().forEach(line -> out.append(line.isEmpty() ? "" : " ".repeat(indent) + line)
                    .append('\n'));
        }

        private static void printNested(Resolved value, int indent, StringBuilder out) {
            if (value instanceof Paragraphs paragraphs) {
                literal(paragraphs, indent, out);
            } else if (isFlow(value)) {
                out.append(' ');
                flow(value, out);
                out.append('\n');
            } else {
                out.append('\n').append(" ".repeat(indent));
                print(value, indent, out);
            }
        }

        private static boolean isFlow(Resolved node) {
            if (node instanceof Fields fields) {
                return fields.fields().isEmpty();
            }
            return node instanceof Value
                    || (node instanceof Items items && items.items().stream().allMatch(Value.class::isInstance));
        }

        private static void flow(Resolved node, StringBuilder out) {
            if (node instanceof Value value) {
                out.append(value.yaml());
            } else if (node instanceof Items items) {
                out.append('[');
                for (int i = 0; i < items.items().size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    flow(items.items().get(i), out);
                }
                out.append(']');
            } else {
                out.append("{}");
            }
        }
    }
}
