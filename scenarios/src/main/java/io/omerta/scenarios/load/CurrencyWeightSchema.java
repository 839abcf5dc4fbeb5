package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.WeightStudy;
import java.util.List;

/** Declares the study of how heavy a currency a community needs. */
final class CurrencyWeightSchema {
    private static final Key<Double> CONNECTIVITY = Key.withDefault(
            "connectivity", ProbabilitySchema.probability(), "0.9", "Probability that two members are connected.");
    private static final Key<Double> DETECTION = Key.withDefault(
            "detection",
            ProbabilitySchema.probability(),
            "0.99",
            "Probability that a double spend is noticed, where inputs are given.");
    private static final Key<Double> THRESHOLD = Key.withDefault(
            "threshold", ProbabilitySchema.share(), "0.5", "Part of a receiver's peers that must confirm.");
    private static final Key<Long> LATENCY = Key.withDefault(
            "latency",
            QuantitySchema.durationAtLeast(0),
            "100 ms",
            "Time until a payment is final, where inputs are given.");
    private static final Key<WeightStudy.Inputs> INPUTS = Key.withDefault(
            "inputs",
            ChoiceSchema.of(WeightStudy.Inputs.class),
            "given",
            "Whether detection and latency are given, as published, or simulated for 50 nodes.");

    static final UnionSchema.Kind<WeightStudy> KIND = new UnionSchema.Kind<>(
            "currency-weight",
            "The published index of how heavy a currency a community needs.",
            ObjectSchema.of(
                    "currency-weight",
                    List.of(CONNECTIVITY, DETECTION, THRESHOLD, LATENCY, INPUTS),
                    fields -> new WeightStudy(
                            fields.get(CONNECTIVITY),
                            fields.get(DETECTION),
                            fields.get(THRESHOLD),
                            fields.get(LATENCY) / 1e9,
                            fields.get(INPUTS))));

    private CurrencyWeightSchema() {}
}
