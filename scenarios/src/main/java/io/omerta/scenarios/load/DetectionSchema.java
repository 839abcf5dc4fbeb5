package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.DetectionStudy;
import io.omerta.sim.economics.doublespend.Marking;
import io.omerta.sim.economics.doublespend.Topology;
import java.util.List;

/** Declares the study of who notices a double spend. */
final class DetectionSchema {
    static final Key<Topology> TOPOLOGY = Key.withDefault(
            "topology",
            ChoiceSchema.of(Topology.class),
            "erdos-renyi",
            "How peers find each other: every pair with the same probability, or newcomers preferring the well connected.");
    static final Key<Long> NODES =
            Key.withDefault("nodes", new IntegerSchema(4, 2_000), "50", "How many nodes there are.");
    static final Key<List<Double>> CONNECTIVITIES = Key.withDefault(
            "connectivities",
            SettingsSchema.UNIT,
            "[0.1, 0.5, 1]",
            "Connectivities to compare: the probability that two nodes are connected, or a fifth of how many peers a newcomer"
                    + " chooses.");
    static final Key<Marking> MARKING = Key.withDefault(
            "marking",
            ChoiceSchema.of(Marking.class),
            "first-discoverer",
            "What fixes the time of an arrival: the first peer that has the message, as published, or the fastest way.");
    private static final Key<Long> TRIALS =
            Key.withDefault("trials", new IntegerSchema(1, 100_000), "30", "Double spends at each connectivity.");

    static final UnionSchema.Kind<DetectionStudy> KIND = new UnionSchema.Kind<>(
            "double-spend-detection",
            "How surely and how soon two conflicting payments, flooded one after the other, are noticed.",
            ObjectSchema.of(
                    "double-spend-detection",
                    List.of(TOPOLOGY, NODES, CONNECTIVITIES, TRIALS, MARKING),
                    fields -> new DetectionStudy(
                            fields.get(TOPOLOGY),
                            fields.get(NODES).intValue(),
                            fields.get(CONNECTIVITIES),
                            fields.get(TRIALS).intValue(),
                            fields.get(MARKING))));

    private DetectionSchema() {}
}
