package io.omerta.scenarios.load;

import static io.omerta.scenarios.load.DetectionSchema.NODES;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.doublespend.PartitionStudy;
import java.util.List;

/** Declares the study of double spends in a network that is in two parts. */
final class PartitionSchema {
    private static final Key<Double> CONNECTIVITY = Key.withDefault(
            "connectivity", ProbabilitySchema.probability(), "0.7", "Probability that two nodes are connected.");
    private static final Key<Double> FIRST_PART = Key.withDefault(
            "first_part",
            ProbabilitySchema.share(),
            "0.5",
            "Part of the nodes in the first part, rounded down; both parts need two nodes.");
    private static final Key<Long> ATTACKERS = Key.withDefault(
            "attackers", new IntegerSchema(1, 100), "3", "How many spend the same coins once in each part.");
    private static final Key<PartitionStudy.Spread> SPREAD = Key.withDefault(
            "spread",
            ChoiceSchema.of(PartitionStudy.Spread.class),
            "one-hop",
            "How far a payment travels in its part: to the peers of one node, as published, or to all.");

    static final UnionSchema.Kind<PartitionStudy> KIND = new UnionSchema.Kind<>(
            "partition-spend",
            "Double spends while the network is in two parts, and whether they are noticed once it has healed.",
            ObjectSchema.of(
                            "partition-spend",
                            List.of(NODES, CONNECTIVITY, FIRST_PART, ATTACKERS, SPREAD),
                            fields -> new PartitionStudy(
                                    fields.get(NODES).intValue(),
                                    fields.get(CONNECTIVITY),
                                    fields.get(FIRST_PART),
                                    fields.get(ATTACKERS).intValue(),
                                    fields.get(SPREAD)))
                    .checking(fields -> {
                        Long nodes = fields.find(NODES);
                        Double part = fields.find(FIRST_PART);
                        if (nodes != null && part != null && !bothHaveTwo(nodes, part)) {
                            fields.problem(
                                    FIRST_PART,
                                    "a part of " + part + " of " + nodes + " nodes leaves one side fewer than 2",
                                    "choose one nearer to 0.5");
                        }
                    }));

    private PartitionSchema() {}

    private static boolean bothHaveTwo(long nodes, double part) {
        long first = (long) (part * nodes);
        return first >= 2 && nodes - first >= 2;
    }
}
