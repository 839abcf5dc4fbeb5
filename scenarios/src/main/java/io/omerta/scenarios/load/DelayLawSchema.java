package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.sim.network.region.DelayLaw;
import java.util.List;
import java.util.stream.IntStream;

/** Declares the laws of propagation delay. */
final class DelayLawSchema {
    private static final double SIMBLOCK_LEAST_MEAN_MILLIS = 5;

    private static final Key<Double> SHAPE =
            Key.withDefault("shape", new NumberSchema(Range.above(1)), "5", "Tail index; smaller is wilder.");
    private static final Key<Double> COEFFICIENT_OF_VARIATION =
            Key.required("coefficient_of_variation", new NumberSchema(Range.above(0)), "Standard deviation over mean.");
    private static final Key<List<Double>> RELATIVE_QUANTILES = Key.required(
            "relative_quantiles",
            new ListSchema<>("numbers above 0", new NumberSchema(Range.above(0)), 2, 10_000)
                    .refine((quantiles, node, reading) -> {
                        for (int i = 1; i < quantiles.size(); i++) {
                            if (quantiles.get(i) < quantiles.get(i - 1)) {
                                reading.problem(
                                        node.span(),
                                        reading.label() + " must ascend; [" + i + "] is below [" + (i - 1) + "]",
                                        "");
                                return null;
                            }
                        }
                        return quantiles;
                    }),
            "Measured delays over their mean, at equal steps of probability from 0 to 1, ascending.");

    static final SchemaNode<DelayLaw> UNION = UnionSchema.of(
            "a delay law",
            "law",
            List.of(
                    new UnionSchema.Kind<>(
                            "pareto",
                            "Pareto with scale = mean (shape - 1) / shape.",
                            ObjectSchema.of(
                                    "a Pareto law", List.of(SHAPE), fields -> new DelayLaw.Pareto(fields.get(SHAPE)))),
                    new UnionSchema.Kind<>(
                            "simblock-pareto",
                            "SimBlock's law: a Pareto with scale = mean - 5 ms and shape = 0.2 mean, in whole"
                                    + " milliseconds. Means must be above 5 ms; the variance is infinite up to 10 ms.",
                            ObjectSchema.of(
                                    "SimBlock's Pareto law", List.of(), fields -> new DelayLaw.SimBlockPareto())),
                    new UnionSchema.Kind<>(
                            "lognormal",
                            "Lognormal with the given coefficient of variation.",
                            ObjectSchema.of(
                                    "a lognormal law",
                                    List.of(COEFFICIENT_OF_VARIATION),
                                    fields -> new DelayLaw.Lognormal(fields.get(COEFFICIENT_OF_VARIATION)))),
                    new UnionSchema.Kind<>(
                            "constant",
                            "Every message takes the mean.",
                            ObjectSchema.of("a constant law", List.of(), fields -> new DelayLaw.Constant())),
                    new UnionSchema.Kind<>(
                            "empirical",
                            "Measured quantiles, joined by straight lines and scaled to the mean.",
                            ObjectSchema.of(
                                    "an empirical law",
                                    List.of(RELATIVE_QUANTILES),
                                    fields -> new DelayLaw.Empirical(fields.get(RELATIVE_QUANTILES))))));

    private DelayLawSchema() {}

    /** Reports pairs of regions whose mean delay the law is not defined for. */
    static void check(
            DelayLaw law, List<String> regions, List<List<Double>> meanDelayMillis, Span span, Reading reading) {
        if (!(law instanceof DelayLaw.SimBlockPareto)) {
            return;
        }
        for (int from = 0; from < regions.size(); from++) {
            List<Double> row = meanDelayMillis.get(from);
            int to = IntStream.range(0, row.size())
                    .filter(i -> row.get(i) <= SIMBLOCK_LEAST_MEAN_MILLIS)
                    .findFirst()
                    .orElse(-1);
            if (to >= 0) {
                reading.problem(
                        span,
                        "the law simblock-pareto needs means above 5 ms; from " + regions.get(from) + " to "
                                + regions.get(to) + " the mean is " + row.get(to) + " ms",
                        "use pareto, lognormal, constant or empirical");
                return;
            }
        }
    }
}
