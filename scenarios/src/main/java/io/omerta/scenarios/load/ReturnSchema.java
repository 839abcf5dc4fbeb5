package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.ReturnStudy;
import java.util.List;

/** Declares the table of what a double spend is expected to return. */
final class ReturnSchema {
    private static final Key<List<Double>> DETECTIONS = Key.withDefault(
            "detections",
            SettingsSchema.UNIT,
            "[0.2, 0.5, 0.8, 1]",
            "Probabilities that a double spend is noticed, to compare.");
    private static final Key<Double> GAIN = Key.withDefault(
            "gain", new NumberSchema(Range.above(0)), "1", "What it brings unnoticed, in multiples of the amount.");
    private static final Key<Double> LOSS = Key.withDefault(
            "loss", new NumberSchema(Range.atLeast(0)), "4", "What it costs if noticed, in multiples of the amount.");

    static final UnionSchema.Kind<ReturnStudy> KIND = new UnionSchema.Kind<>(
            "double-spend-return",
            "The expected return of a double spend by how surely it is noticed.",
            ObjectSchema.of(
                    "double-spend-return",
                    List.of(DETECTIONS, GAIN, LOSS),
                    fields -> new ReturnStudy(fields.get(DETECTIONS), fields.get(GAIN), fields.get(LOSS))));

    private ReturnSchema() {}
}
