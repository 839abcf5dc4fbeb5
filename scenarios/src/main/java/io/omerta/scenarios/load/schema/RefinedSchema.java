package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration with a further check or another result.
 *
 * @param base declaration of the value as written
 * @param refinement the check
 */
public record RefinedSchema<A, T>(SchemaNode<A> base, Refinement<A, T> refinement) implements SchemaNode<T> {
    /** Turns a value into another; null after problems, which it reports. */
    @FunctionalInterface
    public interface Refinement<A, T> {
        @Nullable
        T apply(A value, YamlNode node, Reading reading);
    }

    @Override
    public @Nullable Bound<T> read(YamlNode node, Reading reading) {
        Bound<A> bound = base.read(node, reading);
        T value = bound == null ? null : refinement.apply(bound.value(), node, reading);
        return bound == null || value == null ? null : new Bound<>(value, bound.resolved());
    }

    @Override
    public ObjectNode jsonSchema() {
        return base.jsonSchema();
    }

    @Override
    public String summary() {
        return base.summary();
    }

    @Override
    public String example() {
        return base.example();
    }

    @Override
    public List<SchemaNode<?>> inner() {
        return List.of(base);
    }
}
