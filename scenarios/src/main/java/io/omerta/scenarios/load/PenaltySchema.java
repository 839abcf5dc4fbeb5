package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.PenaltyStudy;
import java.util.List;

/** Declares the study of an economy in which double spends cost trust. */
final class PenaltySchema {
    private static final Key<Long> PEOPLE =
            Key.withDefault("people", new IntegerSchema(1, 100_000), "100", "How many people there are.");
    private static final Key<Double> ATTACKERS = Key.withDefault(
            "attackers", ProbabilitySchema.share(), "0.05", "Part of them that double spends, rounded down.");
    private static final Key<Long> ROUNDS =
            Key.withDefault("rounds", new IntegerSchema(1, 100_000), "500", "How many rounds they live.");
    private static final Key<List<Double>> DETECTIONS = Key.withDefault(
            "detections",
            SettingsSchema.UNIT,
            "[0.5, 0.7, 0.9, 0.95, 0.99]",
            "Probabilities that a double spend is noticed, to compare.");
    private static final Key<List<Double>> MULTIPLIERS = Key.withDefault(
            "multipliers",
            SettingsSchema.POSITIVE,
            "[1, 5, 10]",
            "Trust that a double spend of 100 coins costs if it is noticed, to compare.");

    static final UnionSchema.Kind<PenaltyStudy> KIND = new UnionSchema.Kind<>(
            "double-spend-penalty",
            "Inflation and profit in an economy where double spends are sometimes noticed and then cost trust.",
            ObjectSchema.of(
                    "double-spend-penalty",
                    List.of(PEOPLE, ATTACKERS, ROUNDS, DETECTIONS, MULTIPLIERS),
                    fields -> new PenaltyStudy(
                            fields.get(PEOPLE).intValue(),
                            fields.get(ATTACKERS),
                            fields.get(ROUNDS).intValue(),
                            fields.get(DETECTIONS),
                            fields.get(MULTIPLIERS))));

    private PenaltySchema() {}
}
