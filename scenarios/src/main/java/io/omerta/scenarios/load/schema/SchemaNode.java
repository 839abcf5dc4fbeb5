package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one value of the language.
 *
 * @param <T> what the value becomes
 */
public sealed interface SchemaNode<T>
        permits AnySchema,
                BooleanSchema,
                ChoiceSchema,
                EitherSchema,
                IntegerSchema,
                ListSchema,
                MapSchema,
                NumberSchema,
                ObjectSchema,
                ProbabilitySchema,
                QuantitySchema,
                RefinedSchema,
                TextSchema,
                UnionSchema {
    /** Reads a value; null after problems, all of which have been reported. */
    @Nullable
    Bound<T> read(YamlNode node, Reading reading);

    /** This declaration as JSON Schema. */
    ObjectNode jsonSchema();

    /** What the value is, in words that follow "must be", such as "a whole number from 1 to 10". */
    String summary();

    /** A value as YAML. */
    String example();

    /** Declarations that this one contains without naming them: elements, forms, alternatives. */
    default List<SchemaNode<?>> inner() {
        return List.of();
    }

    /** The same declaration with its value turned into another. */
    default <V> SchemaNode<V> map(Function<? super T, ? extends V> mapping) {
        return refine((value, node, reading) -> mapping.apply(value));
    }

    /** The same declaration with a further check, which may turn the value into another. */
    default <V> SchemaNode<V> refine(RefinedSchema.Refinement<T, V> refinement) {
        return new RefinedSchema<>(this, refinement);
    }

    /**
     * A value that was read.
     *
     * @param value what it became
     * @param resolved its normal form
     */
    record Bound<T>(T value, Resolved resolved) {}
}
