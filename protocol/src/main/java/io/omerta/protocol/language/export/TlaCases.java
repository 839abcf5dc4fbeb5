package io.omerta.protocol.language.export;

import java.util.ArrayList;
import java.util.List;

/** A choice by conditions of which one is true at most. TLA+ has no choice without conditions. */
final class TlaCases {
    private final List<String> arms = new ArrayList<>();

    TlaCases when(String condition, String value) {
        arms.add(condition + " -> " + value);
        return this;
    }

    /** The whole expression, not closed. */
    String otherwise(String value) {
        return arms.isEmpty() ? value : "CASE " + String.join("\n    [] ", arms) + "\n    [] OTHER -> " + value;
    }
}
