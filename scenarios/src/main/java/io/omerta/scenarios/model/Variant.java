package io.omerta.scenarios.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scenario with some values changed.
 *
 * @param name unique among the variants of a scenario
 * @param changes dotted key to the new value as YAML, in the order of the file
 * @param scenario the changed scenario, with the expectations that apply to it and no variants of its own
 */
public record Variant(String name, Map<String, String> changes, Scenario scenario) {
    public Variant {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }
}
