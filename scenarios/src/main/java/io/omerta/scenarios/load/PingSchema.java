package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.network.workload.WorkloadSpec.Arrivals;
import io.omerta.sim.network.workload.WorkloadSpec.Ping;
import io.omerta.sim.network.workload.WorkloadSpec.Targets;
import java.util.List;

/** Declares the ping workload. */
final class PingSchema {
    private static final Key<Long> INTERVAL = Key.withDefault(
            "interval", QuantitySchema.durationAtLeast(1), "1 s", "Mean time between two messages of a node.");
    private static final Key<Long> SIZE = Key.withDefault("size", QuantitySchema.size(), "100 B", "Size of a message.");
    private static final Key<Targets> TARGETS = Key.withDefault(
            "targets",
            ChoiceSchema.of(Targets.class),
            "anyone",
            "Whom messages go to: anyone, uniformly at random, or a random neighbour in the overlay.");
    private static final Key<Arrivals> ARRIVALS = Key.withDefault(
            "arrivals",
            ChoiceSchema.of(Arrivals.class),
            "poisson",
            "Times between messages: exponential (poisson), or all equal with a random phase (periodic).");

    static final UnionSchema.Kind<Ping> KIND = new UnionSchema.Kind<>(
            "ping",
            "Plain messages from every node, to exercise the network alone. It needs a duration.",
            ObjectSchema.of(
                    "ping",
                    List.of(INTERVAL, SIZE, TARGETS, ARRIVALS),
                    fields -> new Ping(
                            fields.get(INTERVAL), fields.get(SIZE), fields.get(TARGETS), fields.get(ARRIVALS))));

    private PingSchema() {}
}
