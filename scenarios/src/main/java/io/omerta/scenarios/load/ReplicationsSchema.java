package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.model.Precision;
import io.omerta.sim.stats.SequentialStopping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares how many replications there are: a number, or as many as a precision takes. */
final class ReplicationsSchema {
    private static final int MOST = 100_000;

    /**
     * How many replications there are.
     *
     * @param most their number, or the most there may be
     * @param precision what ends them earlier, or null
     */
    record Count(int most, @Nullable Precision precision) {}

    private static final Key<Long> AT_LEAST = Key.withDefault(
            "at_least",
            new IntegerSchema(SequentialStopping.SAFE_START, MOST),
            "20",
            "Replications before the first look at the precision: too few, and luck passes for precision.");
    private static final Key<Long> AT_MOST = Key.required(
            "at_most",
            new IntegerSchema(SequentialStopping.SAFE_START, MOST),
            "Replications after which it is enough, however imprecise.");
    private static final Key<Double> HALF_WIDTH = Key.withDefault(
            "half_width",
            new NumberSchema(Range.above(0)),
            "0.05",
            "Half width of the mean's interval to be reached, as a fraction of the mean.");
    private static final Key<String> METRIC =
            Key.required("metric", ExpectationSchema.METRIC_NAME, "The metric whose mean it is.");

    private static final SchemaNode<Count> PRECISION = ObjectSchema.of(
                    "a precision", List.of(AT_LEAST, AT_MOST, HALF_WIDTH, METRIC), ReplicationsSchema::precision)
            .checking(ReplicationsSchema::check);

    static final SchemaNode<Count> EITHER = new EitherSchema<Count>(List.of(
            new Form<>(Shape.NUMBER, new IntegerSchema(1, MOST).map(count -> new Count(count.intValue(), null))),
            new Form<>(Shape.MAPPING, PRECISION)));

    private ReplicationsSchema() {}

    private static void check(Fields fields) {
        Long atLeast = fields.find(AT_LEAST);
        Long atMost = fields.find(AT_MOST);
        if (atLeast != null && atMost != null && atLeast > atMost) {
            fields.problem(AT_MOST, fields.reading().label() + ".at_most is below at_least, " + atLeast, "");
        }
    }

    private static Count precision(Fields fields) {
        int most = fields.get(AT_MOST).intValue();
        return new Count(
                most,
                new Precision(
                        new SequentialStopping(fields.get(AT_LEAST).intValue(), most, fields.get(HALF_WIDTH)),
                        fields.get(METRIC)));
    }
}
