package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.BooleanSchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.scenarios.load.schema.UnionSchema.Kind;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.fault.Fault.PartitionShape;
import io.omerta.sim.network.fault.NodeSelector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Declares faults. */
final class FaultSchema {
    private static final Key<Long> AT =
            Key.required("at", QuantitySchema.durationAtLeast(0), "When it begins, from the start of the run.");
    private static final Key<Long> DURATION =
            Key.required("duration", QuantitySchema.durationOrForever(), "How long it lasts.");
    private static final Key<NodeSelector> NODES = Key.required(
            "nodes",
            SelectorSchema.NODES,
            "Whom it befalls: all, a list of node ids, or {region: ...}, {connection: ...}, {fraction: ...},"
                    + " {count: ...}.");
    private static final Key<InFlight> IN_FLIGHT = Key.withDefault(
            "in_flight",
            ChoiceSchema.of(InFlight.class),
            "deliver",
            "What happens to messages already on their way when it begins.");
    private static final Key<Double> PROBABILITY =
            Key.required("probability", ProbabilitySchema.probability(), "Probability that it befalls a message.");

    private static final Key<PartitionShape> SHAPE = Key.withDefault(
            "shape",
            ChoiceSchema.of(PartitionShape.class),
            "symmetric",
            "Who cannot reach whom: symmetric, no messages between groups; one-way, none from a group to a later one;"
                    + " bridge, none between groups except with the last; ring, each group reaches its two neighbours.");
    private static final Key<List<NodeSelector>> GROUPS = Key.required(
            "groups",
            new ListSchema<>("groups of nodes", SelectorSchema.GROUP, 2, 1000),
            "The groups; nodes in none reach and are reached by everyone. The word others takes every node that no"
                    + " earlier group holds.");
    private static final Key<Long> FLAP_PERIOD = Key.withDefault(
            "flap_period",
            QuantitySchema.durationAtLeast(0),
            "0 s",
            "The partition closes and opens in turn, each for half of this period; 0 s for one that stays closed.");
    private static final Key<Boolean> LOSE_DURABLE_STATE =
            Key.withDefault("lose_durable_state", new BooleanSchema(), "false", "Whether the disk is lost too.");
    private static final Key<Long> PROCESSING_DELAY = Key.required(
            "processing_delay", QuantitySchema.durationAtLeast(1), "How much later everything it sends leaves.");
    private static final Key<Long> OFFSET = Key.withDefault(
            "offset", QuantitySchema.signedDuration(), "0 s", "Jump of the clock at the beginning; may be negative.");
    private static final Key<Double> DRIFT = Key.withDefault(
            "drift_ppm",
            new NumberSchema(new Range(-1e6, false, 1e6, true)),
            "0",
            "Rate error in parts per million; positive runs fast.");
    private static final Key<Double> ENTER = Key.required(
            "enter", ProbabilitySchema.probability(), "Probability of going from the good to the bad state.");
    private static final Key<Double> LEAVE =
            Key.required("leave", ProbabilitySchema.probability(), "Probability of going back.");
    private static final Key<Double> BAD_PROBABILITY =
            Key.required("probability", ProbabilitySchema.probability(), "Loss probability in the bad state.");
    private static final Key<Fault.Burst> BURST = Key.optional(
            "burst",
            ObjectSchema.of(
                    "a burst",
                    List.of(ENTER, LEAVE, BAD_PROBABILITY),
                    fields -> new Fault.Burst(fields.get(ENTER), fields.get(LEAVE), fields.get(BAD_PROBABILITY))),
            "losses are independent",
            "Gilbert-Elliott bursts, advanced once for each message of a node.");
    private static final Key<Long> MAX_DELAY = Key.required(
            "max_delay", QuantitySchema.durationAtLeast(1), "The extra delay is uniform between 0 and this.");
    private static final Key<Double> FACTOR = Key.required(
            "factor",
            new ProbabilitySchema("a fraction", new Range(0, false, 1, true)),
            "Fraction of their rate at which links run; overlapping throttles multiply.");

    static final SchemaNode<Fault> UNION = UnionSchema.of(
            "a fault",
            "type",
            List.of(
                    new Kind<>(
                            "partition",
                            "Groups of nodes cannot reach each other.",
                            ObjectSchema.<Fault>of(
                                            "a partition",
                                            List.of(AT, DURATION, SHAPE, GROUPS, FLAP_PERIOD, IN_FLIGHT),
                                            fields -> new Fault.Partition(
                                                    fields.get(AT),
                                                    fields.get(DURATION),
                                                    fields.get(SHAPE),
                                                    fields.get(GROUPS),
                                                    fields.get(FLAP_PERIOD),
                                                    fields.get(IN_FLIGHT)))
                                    .checking(FaultSchema::checkGroups)),
                    kind(
                            "crash",
                            "Nodes stop, lose their volatile state, and restart from their durable state at the end.",
                            List.of(LOSE_DURABLE_STATE, IN_FLIGHT),
                            fields -> new Fault.Crash(
                                    fields.get(AT),
                                    fields.get(DURATION),
                                    fields.get(NODES),
                                    fields.get(LOSE_DURABLE_STATE),
                                    fields.get(IN_FLIGHT))),
                    kind(
                            "pause",
                            "Nodes freeze; what becomes due waits in order until they wake.",
                            List.of(),
                            fields -> new Fault.Pause(fields.get(AT), fields.get(DURATION), fields.get(NODES))),
                    kind(
                            "slow",
                            "Everything that nodes send leaves later.",
                            List.of(PROCESSING_DELAY),
                            fields -> new Fault.Slow(
                                    fields.get(AT),
                                    fields.get(DURATION),
                                    fields.get(NODES),
                                    fields.get(PROCESSING_DELAY))),
                    kind(
                            "clock",
                            "Clocks of nodes are wrong.",
                            List.of(OFFSET, DRIFT),
                            fields -> new Fault.Clock(
                                    fields.get(AT),
                                    fields.get(DURATION),
                                    fields.get(NODES),
                                    fields.get(OFFSET),
                                    fields.get(DRIFT))),
                    kind(
                            "loss",
                            "Messages from or to nodes are lost.",
                            List.of(PROBABILITY, BURST),
                            fields -> new Fault.Loss(
                                    fields.get(AT),
                                    fields.get(DURATION),
                                    fields.get(NODES),
                                    fields.get(PROBABILITY),
                                    fields.find(BURST))),
                    kind(
                            "duplicate",
                            "Messages from or to nodes arrive twice.",
                            List.of(PROBABILITY),
                            fields -> new Fault.Duplicate(
                                    fields.get(AT), fields.get(DURATION), fields.get(NODES), fields.get(PROBABILITY))),
                    kind(
                            "reorder",
                            "Messages from or to nodes are held back, so that later ones overtake them.",
                            List.of(PROBABILITY, MAX_DELAY),
                            fields -> new Fault.Reorder(
                                    fields.get(AT),
                                    fields.get(DURATION),
                                    fields.get(NODES),
                                    fields.get(PROBABILITY),
                                    fields.get(MAX_DELAY))),
                    kind(
                            "corrupt",
                            "Messages from or to nodes arrive damaged and are discarded.",
                            List.of(PROBABILITY),
                            fields -> new Fault.Corrupt(
                                    fields.get(AT), fields.get(DURATION), fields.get(NODES), fields.get(PROBABILITY))),
                    kind(
                            "throttle",
                            "Links of nodes run at a fraction of their rate.",
                            List.of(FACTOR),
                            fields -> new Fault.Throttle(
                                    fields.get(AT), fields.get(DURATION), fields.get(NODES), fields.get(FACTOR))),
                    kind(
                            "clog",
                            "Messages to nodes are held and arrive in order when it ends.",
                            List.of(),
                            fields -> new Fault.Clog(fields.get(AT), fields.get(DURATION), fields.get(NODES)))));

    private FaultSchema() {}

    private static Kind<Fault> kind(String name, String prose, List<Key<?>> keys, Function<Fields, Fault> binder) {
        List<Key<?>> all = Stream.concat(Stream.<Key<?>>of(AT, DURATION, NODES), keys.stream())
                .toList();
        return new Kind<>(name, prose, ObjectSchema.of("a fault", all, binder));
    }

    private static void checkGroups(Fields fields) {
        List<NodeSelector> groups = fields.find(GROUPS);
        if (groups == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeSelector group : groups) {
            if (group instanceof NodeSelector.Ids ids) {
                ids.ids().stream()
                        .filter(id -> !seen.add(id))
                        .findFirst()
                        .ifPresent(id -> fields.problem(GROUPS, "node \"" + id + "\" is named twice in groups", ""));
            }
        }
        if (groups.stream().filter(NodeSelector.Others.class::isInstance).count() > 1) {
            fields.problem(GROUPS, "only one group can be the others", "");
        }
    }
}
