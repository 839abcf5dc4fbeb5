package io.omerta.scenarios.load;

import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Source;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.load.yaml.YamlNode.Entry;
import io.omerta.scenarios.load.yaml.YamlNode.Mapping;
import io.omerta.scenarios.load.yaml.YamlNode.Sequence;
import io.omerta.scenarios.load.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value to be put into a tree: a.b[2].c = value. Objects on the way that do not exist are made; elements of lists must
 * exist. A new value for a key that names the kind of its object ("type", "law") replaces the whole object, because the
 * keys of one kind mean nothing to another.
 */
final class Change {
    private static final int LONGEST = 10_000;
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z0-9_-]+)((?:\\[[0-9]{1,7}])*)");
    private static final Pattern INDEX = Pattern.compile("\\[([0-9]+)]");
    private static final List<String> KIND_KEYS = List.of("type", "law");

    private record Step(String text, Span span) {
        boolean isIndex() {
            return text.startsWith("[");
        }

        int index() {
            return Integer.parseInt(text.substring(1, text.length() - 1));
        }
    }

    private final List<Step> path;
    private final YamlNode value;

    private Change(List<Step> path, YamlNode value) {
        this.path = path;
        this.value = value;
    }

    /** Reads the argument of a --set option; null after a problem. */
    static @Nullable Change ofArgument(String argument, Problems problems) {
        Source source = Source.argument(argument);
        int equals = argument.indexOf('=');
        if (equals < 1 || argument.length() > LONGEST) {
            problems.add(
                    new Span(source, 1, 1, Math.max(1, argument.length())),
                    argument.length() > LONGEST
                            ? "this value is too long; the limit is " + LONGEST + " characters"
                            : "an override is written key=value",
                    "such as --set network.nodes=100");
            return null;
        }
        String key = argument.substring(0, equals);
        if (argument.substring(equals + 1).isBlank()) {
            problems.add(new Span(source, 1, equals + 1, 1), "the value is missing", "write key=value");
            return null;
        }
        List<Step> path = steps(key, new Span(source, 1, 1, key.length()), true, problems);
        // Blanks keep the value at its column.
        String text = " ".repeat(equals + 1) + source.line(1).substring(equals + 1);
        YamlNode value = YamlReader.read(source, text, "value", problems);
        return path == null || value == null ? null : new Change(path, value);
    }

    /** Reads one entry of a variant's set; null after a problem. */
    static @Nullable Change ofEntry(Entry entry, Problems problems) {
        List<Step> path = steps(entry.key(), entry.keySpan(), false, problems);
        return path == null ? null : new Change(path, entry.value());
    }

    /** Name of the key of the scenario that it changes. */
    String root() {
        return path.get(0).text();
    }

    /** Where the key is written. */
    Span span() {
        return path.get(0).span();
    }

    private static @Nullable List<Step> steps(String key, Span span, boolean exact, Problems problems) {
        List<Step> steps = new ArrayList<>();
        int column = span.column();
        for (String part : key.split("\\.", -1)) {
            Matcher matcher = SEGMENT.matcher(part);
            if (!matcher.matches()) {
                problems.add(span, "\"" + key + "\" is not a dotted key", "such as network.nodes or faults[0].at");
                return null;
            }
            String name = matcher.group(1);
            steps.add(new Step(name, exact ? at(span, column, name.length()) : span));
            Matcher index = INDEX.matcher(matcher.group(2));
            while (index.find()) {
                int start = column + name.length() + index.start();
                steps.add(new Step(
                        index.group(), exact ? at(span, start, index.group().length()) : span));
            }
            column += part.length() + 1;
        }
        return steps;
    }

    private static Span at(Span span, int column, int length) {
        return new Span(span.source(), span.line(), column, length);
    }

    /** The tree with the value put in; the tree itself after a problem. */
    YamlNode apply(YamlNode root, Problems problems) {
        return put(root, 0, "", problems);
    }

    private YamlNode put(YamlNode node, int depth, String label, Problems problems) {
        if (depth == path.size()) {
            return value;
        }
        Step step = path.get(depth);
        String below = step.isIndex() || label.isEmpty() ? label + step.text() : label + "." + step.text();
        if (step.isIndex()) {
            if (!(node instanceof Sequence sequence)
                    || step.index() >= sequence.items().size()) {
                String found = node instanceof Sequence sequence
                        ? "has " + sequence.items().size() + " elements"
                        : "is " + node.kind();
                problems.add(step.span(), label + " has no element " + step.text(), "it " + found);
                return node;
            }
            List<YamlNode> items = new ArrayList<>(sequence.items());
            items.set(step.index(), put(items.get(step.index()), depth + 1, below, problems));
            return new Sequence(node.span(), items);
        }
        if (!(node instanceof Mapping mapping)) {
            problems.add(
                    step.span(),
                    label + " has no key \"" + step.text() + "\"",
                    "it is " + node.kind() + (node instanceof Sequence ? "; give an index, such as [0]" : ""));
            return node;
        }
        return putKey(mapping, step, depth, below, problems);
    }

    private YamlNode putKey(Mapping mapping, Step step, int depth, String below, Problems problems) {
        Entry old = mapping.find(step.text());
        boolean isLast = depth == path.size() - 1;
        if (isLast && KIND_KEYS.contains(step.text()) && !sameText(old, value)) {
            return new Mapping(mapping.span(), List.of(new Entry(step.text(), step.span(), value)));
        }
        boolean indexFollows = !isLast && path.get(depth + 1).isIndex();
        YamlNode absent = indexFollows ? new Sequence(step.span(), List.of()) : new Mapping(step.span(), List.of());
        YamlNode inner = old == null ? absent : old.value();
        Entry entry = new Entry(
                step.text(), old == null ? step.span() : old.keySpan(), put(inner, depth + 1, below, problems));
        List<Entry> entries = new ArrayList<>(mapping.entries());
        if (old == null) {
            entries.add(entry);
        } else {
            entries.set(entries.indexOf(old), entry);
        }
        return new Mapping(mapping.span(), entries);
    }

    private static boolean sameText(@Nullable Entry old, YamlNode value) {
        return old != null
                && old.value() instanceof YamlNode.Scalar before
                && value instanceof YamlNode.Scalar after
                && before.text().equals(after.text());
    }
}
