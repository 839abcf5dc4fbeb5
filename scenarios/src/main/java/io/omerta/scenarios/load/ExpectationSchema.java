package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.Expectation.Over;
import io.omerta.scenarios.model.Expectation.Target;
import io.omerta.scenarios.model.Expectation.Tolerance;
import io.omerta.scenarios.model.Expectation.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Declares expectations. */
final class ExpectationSchema {
    private static final String METRIC_PATTERN = "[A-Za-z][A-Za-z0-9_./-]{0,99}";

    static final SchemaNode<String> METRIC_NAME =
            new TextSchema("the name of a metric", METRIC_PATTERN, "coverage", null);

    private static final Key<Double> ABSOLUTE = Key.optional(
            "absolute", new NumberSchema(Range.atLeast(0)), "another form", "Difference in the metric's unit.");
    private static final Key<Double> RELATIVE = Key.optional(
            "relative", new NumberSchema(Range.atLeast(0)), "another form", "Fraction of the value compared with.");
    private static final Key<Double> STANDARD_ERRORS = Key.optional(
            "standard_errors",
            new NumberSchema(Range.above(0)),
            "another form",
            "Standard errors of the mean over replications.");

    static final SchemaNode<Tolerance> TOLERANCE_FORMS = ObjectSchema.exactlyOne(
            "a tolerance", List.of(ABSOLUTE, RELATIVE, STANDARD_ERRORS), ExpectationSchema::tolerance);

    private static final Key<String> ID = Key.optional(
            "id", TextSchema.key("a machine name", "coverage-is-high"), "its place in the list", "Name in reports.");
    private static final Key<String> METRIC = Key.required("metric", METRIC_NAME, "The metric it is about.");
    private static final Key<String> VARIANT = Key.optional(
            "variant",
            TextSchema.reference(Names.Kind.VARIANT, "fanout-4"),
            "every variant",
            "The variant it is about.");
    private static final Key<Over> OVER = Key.withDefault(
            "over",
            ChoiceSchema.of(Over.class),
            "mean",
            "What it is about: the mean over replications, every replication, or any one of them.");
    private static final Key<Double> AT_LEAST =
            Key.optional("at_least", new NumberSchema(Range.ANY), "no lower bound", "Smallest value that holds.");
    private static final Key<Double> AT_MOST =
            Key.optional("at_most", new NumberSchema(Range.ANY), "no upper bound", "Largest value that holds.");
    private static final Key<Value> EQUALS = Key.optional(
            "equals",
            new EitherSchema<Value>(List.of(
                    new Form<>(Shape.NUMBER, new NumberSchema(Range.ANY).map(Expectation.Constant::new)),
                    new Form<>(Shape.TEXT, METRIC_NAME.map(Expectation.OtherMetric::new)))),
            "no target",
            "The value to equal within the tolerance: a number, or the name of another metric.");
    private static final Key<Tolerance> TOLERANCE =
            Key.optional("tolerance", TOLERANCE_FORMS, "no target", "Largest difference from equals that still holds.");

    private static final SchemaNode<Expectation> ONE = ObjectSchema.of(
                    "an expectation",
                    List.of(ID, METRIC, VARIANT, OVER, AT_LEAST, AT_MOST, EQUALS, TOLERANCE),
                    ExpectationSchema::bind)
            .checking(ExpectationSchema::check);

    static final SchemaNode<List<Expectation>> LIST = new ListSchema<>("expectations", ONE, 0, 10_000)
            .refine((expectations, node, reading) -> {
                Set<String> ids = new HashSet<>();
                for (Expectation expectation : expectations) {
                    if (!ids.add(expectation.id())) {
                        reading.problem(node.span(), "duplicate expectation id \"" + expectation.id() + "\"", "");
                    }
                }
                return expectations;
            });

    private ExpectationSchema() {}

    private static void check(Fields fields) {
        if (!fields.isGiven(AT_LEAST) && !fields.isGiven(AT_MOST) && !fields.isGiven(EQUALS)) {
            fields.problem(METRIC, fields.reading().label() + " expects nothing", "add at_least, at_most or equals");
        }
        if (fields.isGiven(EQUALS) && !fields.isGiven(TOLERANCE)) {
            fields.problem(
                    EQUALS, fields.reading().label() + " has no tolerance", "add \"tolerance: {relative: 0.05}\"");
        }
        if (fields.isGiven(TOLERANCE) && !fields.isGiven(EQUALS)) {
            fields.problem(TOLERANCE, fields.reading().label() + " has a tolerance but no equals", "add equals");
        }
        Double atLeast = fields.find(AT_LEAST);
        Double atMost = fields.find(AT_MOST);
        if (atLeast != null && atMost != null && atLeast > atMost) {
            fields.problem(AT_LEAST, fields.reading().label() + " cannot hold: at_least is above at_most", "");
        }
        if (fields.find(TOLERANCE) instanceof Expectation.StandardErrors && fields.find(OVER) != Over.MEAN) {
            fields.problem(TOLERANCE, "standard_errors needs \"over: mean\"", "");
        }
    }

    private static Tolerance tolerance(Fields fields) {
        if (fields.isGiven(ABSOLUTE)) {
            return new Expectation.Absolute(fields.get(ABSOLUTE));
        }
        return fields.isGiven(RELATIVE)
                ? new Expectation.Relative(fields.get(RELATIVE))
                : new Expectation.StandardErrors(fields.get(STANDARD_ERRORS));
    }

    private static Expectation bind(Fields fields) {
        String id = fields.find(ID);
        return new Expectation(
                id == null ? fields.reading().path() : id,
                fields.get(METRIC),
                fields.find(VARIANT),
                fields.get(OVER),
                fields.find(AT_LEAST),
                fields.find(AT_MOST),
                fields.isGiven(EQUALS) ? new Target(fields.get(EQUALS), fields.get(TOLERANCE)) : null);
    }
}
