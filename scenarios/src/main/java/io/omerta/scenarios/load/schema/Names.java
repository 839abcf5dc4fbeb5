package io.omerta.scenarios.load.schema;

import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that values define and other values refer to. References are checked at the end, so that the order of a file does
 * not matter, and only for kinds of names that are known in full.
 */
public final class Names {
    /** What a name stands for. */
    public enum Kind {
        REGION,
        CONNECTION,
        NODE,
        VARIANT,
        PARAMETER;

        @Override
        public String toString() {
            return this == NODE ? "node id" : name().toLowerCase(Locale.ROOT);
        }
    }

    private record Definition(int index, Span span) {}

    private record Reference(Kind kind, String name, Span span) {}

    private static final Pattern NUMBERED = Pattern.compile("node_(0|[1-9][0-9]{0,8})");

    /** Hints compare with every name: enough of them for those that are shown. */
    private static final int MOST_HINTS = 100;

    private final Map<Kind, Map<String, Definition>> definitions = new EnumMap<>(Kind.class);
    private final Set<Kind> complete = EnumSet.noneOf(Kind.class);
    private final List<Reference> references = new ArrayList<>();
    private final Problems problems;
    private int numberedNodes = -1;

    public Names(Problems problems) {
        this.problems = problems;
    }

    /** Defines a name; a second definition is a problem. */
    public void define(Kind kind, String name, Span span) {
        Map<String, Definition> known = definitions.computeIfAbsent(kind, k -> new LinkedHashMap<>());
        Definition earlier = known.putIfAbsent(name, new Definition(known.size(), span));
        if (earlier != null) {
            problems.add(
                    span,
                    "duplicate " + kind + " \"" + name + "\"",
                    "first given on line " + earlier.span().line());
        }
    }

    /** Says that all names of a kind are defined; only then are references to them checked. */
    public void complete(Kind kind) {
        complete.add(kind);
    }

    /** Defines the node ids node_0, node_1 ... up to a count. */
    public void defineNumberedNodes(int count) {
        numberedNodes = count;
        complete(Kind.NODE);
    }

    /** Number of nodes, or -1 while it is not known. */
    public int nodes() {
        if (!complete.contains(Kind.NODE)) {
            return -1;
        }
        return numberedNodes >= 0
                ? numberedNodes
                : definitions.getOrDefault(Kind.NODE, Map.of()).size();
    }

    /** Remembers that a name is used. */
    public void refer(Kind kind, String name, Span span) {
        references.add(new Reference(kind, name, span));
    }

    /** Position of a name among those of its kind, or -1. */
    public int indexOf(Kind kind, String name) {
        if (kind == Kind.NODE && numberedNodes >= 0) {
            Matcher matcher = NUMBERED.matcher(name);
            int index = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
            return index < numberedNodes ? index : -1;
        }
        Definition definition = definitions.getOrDefault(kind, Map.of()).get(name);
        return definition == null ? -1 : definition.index();
    }

    /** Reports every reference to a name that is not defined. */
    public void checkReferences() {
        for (Reference reference : references) {
            if (indexOf(reference.kind(), reference.name()) < 0 && complete.contains(reference.kind())) {
                problems.add(
                        reference.span(),
                        "unknown " + reference.kind() + " \"" + reference.name() + "\"",
                        problems.count() < MOST_HINTS ? hint(reference.kind(), reference.name()) : "");
            }
        }
    }

    /** Nearest match and allowed names of a kind. */
    public String hint(Kind kind, String name) {
        if (kind == Kind.NODE && numberedNodes >= 0) {
            return "allowed: node_0 to node_" + (numberedNodes - 1);
        }
        Map<String, Definition> known = definitions.getOrDefault(kind, Map.of());
        return known.isEmpty() ? "there are none" : NearestMatch.hint(name, known.keySet());
    }
}
