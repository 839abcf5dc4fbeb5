package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.model.Expectation.Tolerance;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.PublishedFigure.Classification;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Declares published figures. */
final class FigureSchema {
    private static final Key<String> ID = Key.optional(
            "id", TextSchema.key("a machine name", "baseline-gini"), "its place in the list", "Name in reports.");
    private static final Key<String> LABEL = Key.optional(
            "label",
            TextSchema.free("text", "Final Gini coefficient of trust"),
            "the id",
            "What the figure is, in the words of the publication.");
    private static final Key<String> VARIANT = Key.optional(
            "variant",
            TextSchema.reference(Names.Kind.VARIANT, "fanout-4"),
            "every variant",
            "The variant it is about.");
    private static final Key<String> METRIC =
            Key.required("metric", ExpectationSchema.METRIC_NAME, "The metric that measures it.");
    private static final Key<Double> PUBLISHED =
            Key.required("published", new NumberSchema(Range.ANY), "The published value, in the unit of the metric.");
    private static final Key<Tolerance> TOLERANCE = Key.required(
            "tolerance",
            ExpectationSchema.TOLERANCE_FORMS,
            "Largest difference from the mean over replications that still confirms it.");
    private static final Key<Classification> VERDICT = Key.withDefault(
            "verdict",
            ChoiceSchema.of(Classification.class),
            "confirmed",
            "How it is expected to come out: confirmed; arithmetic, if it is the same in every replication; or"
                    + " contradicted, if the whole interval of the mean is beyond the tolerance.");

    private static final SchemaNode<PublishedFigure> ONE = ObjectSchema.of(
            "a published figure",
            List.of(ID, LABEL, VARIANT, METRIC, PUBLISHED, TOLERANCE, VERDICT),
            FigureSchema::bind);

    static final SchemaNode<List<PublishedFigure>> LIST = new ListSchema<>("figures", ONE, 0, 10_000)
            .refine((figures, node, reading) -> {
                Set<String> ids = new HashSet<>();
                for (PublishedFigure figure : figures) {
                    if (!ids.add(figure.id())) {
                        reading.problem(node.span(), "duplicate figure id \"" + figure.id() + "\"", "");
                    }
                }
                return figures;
            });

    private FigureSchema() {}

    private static PublishedFigure bind(Fields fields) {
        String given = fields.find(ID);
        String id = given == null ? fields.reading().path() : given;
        String label = fields.find(LABEL);
        return new PublishedFigure(
                id,
                label == null ? id : label,
                fields.find(VARIANT),
                fields.get(METRIC),
                fields.get(PUBLISHED),
                fields.get(TOLERANCE),
                fields.get(VERDICT));
    }
}
