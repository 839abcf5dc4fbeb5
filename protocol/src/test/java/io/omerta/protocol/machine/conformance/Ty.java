package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.TypeReference;
import java.util.List;
import java.util.Locale;

/**
 * A type by its name.
 *
 * @param name canonical: {@code fixed} also for {@code float}
 * @param parts of a list its element, of a map key and value, of an optional what may be there
 */
record Ty(String name, List<Ty> parts) {
    static final Ty ANY = of("any");
    static final Ty BOOL = of("bool");
    static final Ty INT = of("int");
    static final Ty UINT = of("uint");
    static final Ty FIXED = of("fixed");
    static final Ty TIMESTAMP = of("timestamp");
    static final Ty DURATION = of("duration");
    static final Ty BYTES = of("bytes");
    static final Ty STRING = of("string");
    static final Ty HASH = of("hash");
    static final Ty PEER_ID = of("peer_id");
    static final Ty SIGNATURE = of("signature");

    Ty {
        parts = List.copyOf(parts);
    }

    static Ty of(String name) {
        return new Ty(name, List.of());
    }

    static Ty listOf(Ty element) {
        return new Ty("list", List.of(element));
    }

    static Ty of(TypeReference reference) {
        String written = reference.name().text();
        List<Ty> parts = reference.arguments().stream().map(Ty::of).toList();
        String anyCase = written.toLowerCase(Locale.ROOT);
        if (anyCase.equals("list") || anyCase.equals("map")) {
            return new Ty(anyCase, parts);
        }
        return switch (written) {
            case "boolean" -> BOOL;
            case "float" -> FIXED;
            case "str" -> STRING;
            default -> new Ty(written, parts);
        };
    }

    boolean isInteger() {
        return equals(INT) || equals(UINT);
    }

    boolean isList() {
        return name.equals("list");
    }

    boolean isMap() {
        return name.equals("map");
    }

    boolean isOptional() {
        return name.equals("optional");
    }

    /** A single capital letter, which in the head of a function stands for any type unless it is declared. */
    boolean isLetter() {
        return name.length() == 1 && Character.isUpperCase(name.charAt(0));
    }

    /** Element of a list, or key of a map over which a loop runs. */
    Ty element() {
        return parts.isEmpty() ? ANY : parts.get(0);
    }

    /** Value of a map. */
    Ty mapped() {
        return parts.size() < 2 ? ANY : parts.get(1);
    }

    /** Without {@code optional}. */
    Ty required() {
        return isOptional() ? parts.get(0) : this;
    }

    /** The type of what may be of either type: an integer beside a fraction becomes one. */
    Ty join(Ty other) {
        if (equals(ANY)) {
            return other;
        }
        if (other.equals(ANY) || equals(other)) {
            return this;
        }
        if (isInteger() && other.isInteger()) {
            return INT;
        }
        if ((equals(FIXED) && other.isInteger()) || (isInteger() && other.equals(FIXED))) {
            return FIXED;
        }
        if (name.equals(other.name) && parts.size() == other.parts.size()) {
            return isMap()
                    ? new Ty(name, List.of(element().join(other.element()), mapped().join(other.mapped())))
                    : new Ty(name, List.of(element().join(other.element())));
        }
        return this;
    }
}
