package io.omerta.scenarios.load;

import static io.omerta.scenarios.load.DetectionSchema.CONNECTIVITIES;
import static io.omerta.scenarios.load.DetectionSchema.MARKING;
import static io.omerta.scenarios.load.DetectionSchema.NODES;
import static io.omerta.scenarios.load.DetectionSchema.TOPOLOGY;

import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.FinalityStudy;
import java.util.List;

/** Declares the study of when a payment is final. */
final class FinalitySchema {
    private static final Key<List<Double>> THRESHOLDS = Key.withDefault(
            "thresholds",
            SettingsSchema.UNIT,
            "[0.5, 0.6, 0.7, 0.8, 0.9]",
            "Parts of the receiver's peers that must confirm, to compare.");
    private static final Key<Long> TRIALS =
            Key.withDefault("trials", new IntegerSchema(1, 100_000), "40", "Payments at each connectivity.");
    private static final Key<Long> WINDOW =
            Key.withDefault("window", QuantitySchema.durationAtLeast(1), "5 s", "A payment that takes longer fails.");

    static final UnionSchema.Kind<FinalityStudy> KIND = new UnionSchema.Kind<>(
            "payment-finality",
            "How soon enough peers of the receiver have confirmed a payment.",
            ObjectSchema.of(
                    "payment-finality",
                    List.of(TOPOLOGY, NODES, CONNECTIVITIES, THRESHOLDS, TRIALS, WINDOW, MARKING),
                    fields -> new FinalityStudy(
                            fields.get(TOPOLOGY),
                            fields.get(NODES).intValue(),
                            fields.get(CONNECTIVITIES),
                            fields.get(THRESHOLDS),
                            fields.get(TRIALS).intValue(),
                            fields.get(WINDOW) / 1e9,
                            fields.get(MARKING))));

    private FinalitySchema() {}
}
