package io.omerta.scenarios.load;

import static io.omerta.scenarios.load.DetectionSchema.NODES;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.RaceStudy;
import java.util.List;

/** Declares the study of two conflicting payments that race. */
final class RaceSchema {
    private static final Key<Double> CONNECTIVITY = Key.withDefault(
            "connectivity", ProbabilitySchema.probability(), "0.1", "Probability that two nodes are connected.");
    private static final Key<Long> REGIONS =
            Key.withDefault("regions", new IntegerSchema(1, 100), "4", "Number of regions, equally large.");
    private static final Key<Long> WITHIN = Key.withDefault(
            "within_region", QuantitySchema.durationAtLeast(0), "20 ms", "Mean delay of a message within a region.");
    private static final Key<Long> BETWEEN = Key.withDefault(
            "between_regions", QuantitySchema.durationAtLeast(0), "100 ms", "Mean delay of a message between regions.");
    private static final Key<Double> LOSS =
            Key.withDefault("loss", ProbabilitySchema.probability(), "0.01", "Probability that a message is lost.");
    private static final Key<Double> ECLIPSED = Key.withDefault(
            "eclipsed",
            ProbabilitySchema.share(),
            "0",
            "Part of each victim's links that the attacker holds: they pass nothing on, and say what pleases it.");
    private static final Key<RaceStudy.Relay> RELAY = Key.withDefault(
            "relay",
            ChoiceSchema.of(RaceStudy.Relay.class),
            "both",
            "Which payments a node passes on: both of two that conflict, or only the first it saw.");
    private static final Key<List<Double>> WAITS = Key.withDefault(
            "waits_ms",
            SettingsSchema.POSITIVE,
            "[1, 50, 100, 150, 200, 250, 300, 400, 500, 750, 1000]",
            "How long victims wait before they accept, in milliseconds, to compare.");
    private static final Key<Double> CONFIRMATIONS = Key.withDefault(
            "confirmations",
            ProbabilitySchema.share(),
            "0.5",
            "Part of its peers from which a careful victim wants to hear that they know its payment alone.");
    private static final Key<Long> TRIALS =
            Key.withDefault("trials", new IntegerSchema(1, 100_000), "50", "Races, each on a graph of its own.");

    static final UnionSchema.Kind<RaceStudy> KIND = new UnionSchema.Kind<>(
            "double-spend-race",
            "Two conflicting payments sent to two victims at once, and how often both accept.",
            ObjectSchema.of(
                    "double-spend-race",
                    List.of(
                            NODES,
                            CONNECTIVITY,
                            REGIONS,
                            WITHIN,
                            BETWEEN,
                            LOSS,
                            ECLIPSED,
                            RELAY,
                            WAITS,
                            CONFIRMATIONS,
                            TRIALS),
                    fields -> new RaceStudy(
                            fields.get(NODES).intValue(),
                            fields.get(CONNECTIVITY),
                            fields.get(REGIONS).intValue(),
                            fields.get(WITHIN) / 1e9,
                            fields.get(BETWEEN) / 1e9,
                            fields.get(LOSS),
                            fields.get(ECLIPSED),
                            fields.get(RELAY),
                            fields.get(WAITS),
                            fields.get(CONFIRMATIONS),
                            fields.get(TRIALS).intValue())));

    private RaceSchema() {}
}
