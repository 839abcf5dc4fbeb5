package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.model.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds keys by path and describes them. */
final class Explanation {
    /** A key, and the kinds of object that were chosen on the way to it. */
    private record Found(String path, Key<?> key) {}

    private Explanation() {}

    static String of(String path, ObjectSchema<?> root) {
        String normal = path.strip().replaceAll("\\[[0-9]*]", "");
        if (normal.isEmpty()) {
            return "Keys of a scenario:\n" + below(root);
        }
        List<Found> matches = List.of();
        List<SchemaNode<?>> nodes = List.of(root);
        String done = "";
        for (String segment : normal.split("\\.", -1)) {
            Map<String, List<Found>> steps = new LinkedHashMap<>();
            Map<String, SchemaNode<?>> kinds = new LinkedHashMap<>();
            for (SchemaNode<?> node : nodes) {
                collect(node, done, steps, kinds);
            }
            SchemaNode<?> kind = kinds.get(segment);
            List<Found> found = steps.get(segment);
            if (found != null) {
                matches = found;
                nodes = found.stream()
                        .<SchemaNode<?>>map(match -> match.key().type())
                        .toList();
            } else if (kind != null) {
                matches = List.of();
                nodes = List.of(kind);
            } else {
                Set<String> allowed = new LinkedHashSet<>(steps.keySet());
                allowed.addAll(kinds.keySet());
                throw new InvalidInputException("there is no key \"" + segment + "\" in "
                        + (done.isEmpty() ? "a scenario" : done) + "; "
                        + (allowed.isEmpty() ? "it has no keys" : NearestMatch.hint(segment, allowed)));
            }
            done = done.isEmpty() ? segment : done + "." + segment;
        }
        if (matches.isEmpty()) {
            return done + ": " + nodes.get(0).summary() + "\n" + below(nodes.get(0));
        }
        StringBuilder text = new StringBuilder();
        for (Found match : matches) {
            text.append(text.length() == 0 ? "" : "\n").append(describe(match));
        }
        return text.toString();
    }

    /** Gathers the keys that may follow, and the kinds that may be chosen, below a declaration. */
    private static void collect(
            SchemaNode<?> node, String path, Map<String, List<Found>> steps, Map<String, SchemaNode<?>> kinds) {
        if (node instanceof ObjectSchema<?> object) {
            for (Key<?> key : object.keys()) {
                String full = path.isEmpty() ? key.name() : path + "." + key.name();
                List<Found> found = steps.computeIfAbsent(key.name(), name -> new ArrayList<>());
                // Kinds often share a declaration: one description of it is enough.
                if (found.stream().noneMatch(earlier -> earlier.key() == key)) {
                    found.add(new Found(full, key));
                }
            }
        } else if (node instanceof UnionSchema<?> union) {
            union.kinds().forEach((name, kind) -> {
                kinds.putIfAbsent(name, kind.schema());
                collect(kind.schema(), path + "." + name, steps, kinds);
            });
        } else {
            node.inner().forEach(inner -> collect(inner, path, steps, kinds));
        }
    }

    private static String describe(Found found) {
        Key<?> key = found.key();
        SchemaNode<?> type = key.type();
        StringBuilder text = new StringBuilder(found.path()).append('\n');
        text.append("  ").append(key.prose()).append('\n');
        text.append("  type:    ").append(type.summary()).append('\n');
        String absence = key.defaultNode() == null ? " (nothing to write)" : "";
        text.append("  default: ")
                .append(key.isRequired() ? "none, it must be given" : key.defaultText() + absence)
                .append('\n');
        text.append("  example: ")
                .append(key.name())
                .append(": ")
                .append(type.example())
                .append('\n');
        String below = below(type);
        return below.isEmpty() ? text.toString() : text + "  below it:\n" + below;
    }

    /** One line for each key or kind below a declaration. */
    private static String below(SchemaNode<?> node) {
        StringBuilder text = new StringBuilder();
        if (node instanceof ObjectSchema<?> object) {
            for (Key<?> key : object.keys()) {
                String mark = key.isRequired() ? " (required)" : "";
                text.append("    ").append(key.name()).append(mark).append(": ").append(key.prose());
                text.append('\n');
            }
        } else if (node instanceof UnionSchema<?> union) {
            union.kinds().forEach((name, kind) -> {
                text.append("    ")
                        .append(union.tag())
                        .append(": ")
                        .append(name)
                        .append(" - ");
                text.append(kind.prose()).append('\n');
                below(kind.schema())
                        .lines()
                        .forEach(line -> text.append("  ").append(line).append('\n'));
            });
        } else {
            node.inner().forEach(inner -> text.append(below(inner)));
        }
        return text.toString();
    }
}
