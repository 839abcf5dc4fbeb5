package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.BooleanSchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.network.workload.WorkloadSpec.Gossip;
import io.omerta.sim.network.workload.WorkloadSpec.GossipMode;
import io.omerta.sim.network.workload.WorkloadSpec.Repair;
import io.omerta.sim.network.workload.WorkloadSpec.Targets;
import java.util.List;

/** Declares the gossip workload. */
final class GossipSchema {
    private static final Key<Boolean> ENABLED =
            Key.withDefault("enabled", new BooleanSchema(), "false", "Whether there is any repair.");
    private static final Key<Long> PERIOD = Key.withDefault(
            "period", QuantitySchema.durationAtLeast(1), "30 s", "Time between two comparisons of a node.");
    private static final Key<Long> DIGEST_SIZE = Key.withDefault(
            "digest_size", QuantitySchema.size(), "64 B", "Size of the message that says what a node has heard.");

    private static final Key<Long> MESSAGES =
            Key.withDefault("messages", new IntegerSchema(1, 10_000_000), "100", "Number of rumours.");
    private static final Key<Long> FANOUT = Key.withDefault(
            "fanout",
            new IntegerSchema(1, 1000).refine((fanout, node, reading) -> {
                int nodes = reading.names().nodes();
                if (nodes >= 0 && fanout >= nodes) {
                    reading.problem(node.span(), reading.label() + " must be below the number of nodes, " + nodes, "");
                }
                return fanout;
            }),
            "3",
            "Peers that a node passes a rumour on to.");
    private static final Key<Long> INTERVAL = Key.withDefault(
            "interval", QuantitySchema.durationAtLeast(1), "10 s", "Time between the starts of two rumours.");
    private static final Key<Long> SIZE = Key.withDefault("size", QuantitySchema.size(), "300 B", "Size of a rumour.");
    private static final Key<GossipMode> MODE = Key.withDefault(
            "mode",
            ChoiceSchema.of(GossipMode.class),
            "infect-and-die",
            "How a node passes rumours on: infect-and-die, once, when it first hears a rumour.");
    private static final Key<Targets> TARGETS = Key.withDefault(
            "targets",
            ChoiceSchema.of(Targets.class),
            "anyone",
            "Whom a node picks its peers from: anyone, uniformly at random, or its neighbours in the overlay.");
    private static final Key<Boolean> EXCLUDE_SOURCE = Key.withDefault(
            "exclude_source", new BooleanSchema(), "true", "Whether a node spares the peer it has the rumour from.");
    private static final Key<Repair> REPAIR = Key.withDefault(
            "repair",
            ObjectSchema.of(
                    "repair options",
                    List.of(ENABLED, PERIOD, DIGEST_SIZE),
                    fields -> new Repair(fields.get(ENABLED), fields.get(PERIOD), fields.get(DIGEST_SIZE))),
            "{}",
            "Anti-entropy: each node compares what it has heard with a random peer and fetches what it lacks.");

    static final UnionSchema.Kind<Gossip> KIND = new UnionSchema.Kind<>(
            "gossip",
            "Rumours: each starts at a random node and is passed on.",
            ObjectSchema.of(
                    "gossip",
                    List.of(MESSAGES, FANOUT, INTERVAL, SIZE, MODE, TARGETS, EXCLUDE_SOURCE, REPAIR),
                    fields -> new Gossip(
                            fields.get(MESSAGES).intValue(),
                            fields.get(FANOUT).intValue(),
                            fields.get(INTERVAL),
                            fields.get(SIZE),
                            fields.get(MODE),
                            fields.get(TARGETS),
                            fields.get(EXCLUDE_SOURCE),
                            fields.get(REPAIR))));

    private GossipSchema() {}
}
