package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.model.Sweep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Declares sweeps. */
final class SweepSchema {
    private static final int MOST_POINTS = 10_000;
    /** So that 0.1 to 0.3 in steps gives 0.2, not 0.2000000000000000111. */
    private static final MathContext STEP_DIGITS = new MathContext(12);

    /** A sweep as declared, without its points. */
    record Draft(List<Sweep.Axis> axes, List<String> metrics, Span span) {
        /** The changes of each point, the last axis varying fastest. */
        List<ScenarioSchema.VariantDraft> points() {
            List<ScenarioSchema.VariantDraft> points =
                    List.of(new ScenarioSchema.VariantDraft("", span, new YamlNode.Mapping(span, List.of())));
            for (Sweep.Axis axis : axes) {
                List<ScenarioSchema.VariantDraft> longer = new ArrayList<>();
                for (ScenarioSchema.VariantDraft point : points) {
                    axis.values().forEach(value -> longer.add(with(point, axis.key(), value)));
                }
                points = longer;
            }
            return points;
        }

        private ScenarioSchema.VariantDraft with(ScenarioSchema.VariantDraft point, String key, String value) {
            List<YamlNode.Entry> changes = new ArrayList<>(point.changes().entries());
            changes.add(new YamlNode.Entry(key, span, new YamlNode.Scalar(span, value, true)));
            String name = (point.name().isEmpty() ? "" : point.name() + ", ") + key + "=" + value;
            return new ScenarioSchema.VariantDraft(name, span, new YamlNode.Mapping(span, changes));
        }
    }

    private record Value(String text, boolean number) {}

    private static final SchemaNode<Value> VALUE = new EitherSchema<Value>(List.of(
            new Form<>(Shape.NUMBER, new NumberSchema(Range.ANY).map(number -> new Value(text(exact(number)), true))),
            new Form<>(Shape.TEXT, TextSchema.free("text", "250 ms").map(text -> new Value(text, false)))));

    private static final Key<String> KEY =
            Key.required("key", TextSchema.free("a dotted key", "workload.fanout"), "The setting that varies.");
    private static final Key<List<Value>> VALUES = Key.optional(
            "values", new ListSchema<>("values", VALUE, 1, 1000), "from, to and steps", "The values that it takes.");
    private static final Key<Double> FROM =
            Key.optional("from", new NumberSchema(Range.ANY), "values", "The first of evenly spaced values.");
    private static final Key<Double> TO =
            Key.optional("to", new NumberSchema(Range.ANY), "values", "The last of evenly spaced values.");
    private static final Key<Long> STEPS =
            Key.optional("steps", new IntegerSchema(2, 1000), "values", "How many evenly spaced values there are.");

    private static final SchemaNode<Sweep.Axis> AXIS = ObjectSchema.of(
                    "an axis", List.of(KEY, VALUES, FROM, TO, STEPS), SweepSchema::axis)
            .checking(SweepSchema::check);

    private static final Key<List<Sweep.Axis>> AXES = Key.required(
            "axes", new ListSchema<>("axes", AXIS, 1, 10), "What varies; every combination of values is a point.");
    private static final Key<List<String>> METRICS = Key.withDefault(
            "metrics",
            new ListSchema<>("metrics", ExpectationSchema.METRIC_NAME, 0, 1000),
            "[]",
            "The metrics that are shown; none for all of them.");

    static final SchemaNode<Draft> DRAFT = ObjectSchema.of(
                    "a sweep",
                    List.of(AXES, METRICS),
                    fields -> new Draft(fields.get(AXES), fields.get(METRICS), fields.span()))
            .checking(SweepSchema::checkSize);

    private SweepSchema() {}

    private static void check(Fields fields) {
        boolean range = fields.isGiven(FROM) && fields.isGiven(TO) && fields.isGiven(STEPS);
        boolean anyOfRange = fields.isGiven(FROM) || fields.isGiven(TO) || fields.isGiven(STEPS);
        if (fields.isGiven(VALUES) ? anyOfRange : !range) {
            fields.problem(
                    KEY, fields.reading().label() + " needs either values, or from, to and steps", "give one of them");
        }
    }

    private static void checkSize(Fields fields) {
        List<Sweep.Axis> axes = fields.find(AXES);
        if (axes == null) {
            return;
        }
        double points = 1;
        for (Sweep.Axis axis : axes) {
            points *= axis.values().size();
        }
        if (points > MOST_POINTS) {
            fields.problem(AXES, "the sweep has more than " + MOST_POINTS + " points", "take fewer values");
        }
    }

    private static Sweep.Axis axis(Fields fields) {
        List<Value> values = fields.find(VALUES);
        if (values != null) {
            return new Sweep.Axis(
                    fields.get(KEY),
                    values.stream().map(Value::text).toList(),
                    values.stream().allMatch(Value::number));
        }
        BigDecimal from = exact(fields.get(FROM));
        BigDecimal span = exact(fields.get(TO)).subtract(from);
        int steps = fields.get(STEPS).intValue();
        List<String> even = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            even.add(text(
                    from.add(span.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(steps - 1), STEP_DIGITS))));
        }
        return new Sweep.Axis(fields.get(KEY), even, true);
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value);
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
