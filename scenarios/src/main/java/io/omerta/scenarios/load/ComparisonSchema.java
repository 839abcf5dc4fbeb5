package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares comparisons of variants. */
final class ComparisonSchema {
    /**
     * A comparison as declared.
     *
     * @param baseline null for the first variant
     */
    record Draft(@Nullable String baseline, List<String> metrics) {}

    private static final Key<String> TO = Key.optional(
            "to",
            TextSchema.reference(Names.Kind.VARIANT, "fanout-4"),
            "the first variant",
            "The variant that the others are compared with.");
    private static final Key<List<String>> METRICS = Key.withDefault(
            "metrics",
            new ListSchema<>("metrics", ExpectationSchema.METRIC_NAME, 0, 1000),
            "[]",
            "The metrics that are compared; none for all of them. Every metric makes the table's claims weaker.");

    static final SchemaNode<Draft> DRAFT = ObjectSchema.of(
            "a comparison", List.of(TO, METRICS), fields -> new Draft(fields.find(TO), fields.get(METRICS)));

    private ComparisonSchema() {}
}
