package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.BooleanSchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.model.NetworkModel;
import io.omerta.scenarios.model.NetworkModel.Counted;
import io.omerta.scenarios.model.NetworkModel.Listed;
import io.omerta.scenarios.model.NetworkModel.Nodes;
import io.omerta.sim.network.Contention;
import io.omerta.sim.network.PathOverride;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NetworkPreset.Assignment;
import io.omerta.sim.network.region.NodePlacement;
import io.omerta.sim.network.region.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares the network of a scenario. */
final class NetworkSchema {
    static final int MOST_NODES = 2_000_000;

    private static final Key<String> ID =
            Key.required("id", TextSchema.key("a node id", "alice"), "Name of the node, unique.");
    private static final Key<String> REGION =
            Key.required("region", TextSchema.reference(Names.Kind.REGION, "europe"), "Where it is.");
    private static final Key<String> CONNECTION =
            Key.required("connection", TextSchema.reference(Names.Kind.CONNECTION, "cable"), "How it is attached.");
    private static final SchemaNode<NodePlacement> MEMBER = ObjectSchema.of(
                    "a node",
                    List.of(ID, REGION, CONNECTION),
                    fields -> new NodePlacement(fields.get(ID), fields.get(REGION), fields.get(CONNECTION)))
            .checking(fields -> {
                String id = fields.find(ID);
                if (id != null) {
                    fields.reading().names().define(Names.Kind.NODE, id, fields.span(ID));
                }
            });

    private static final Key<String> FROM =
            Key.required("from", TextSchema.reference(Names.Kind.NODE, "node_0"), "Sender.");
    private static final Key<String> TO =
            Key.required("to", TextSchema.reference(Names.Kind.NODE, "node_1"), "Receiver.");
    private static final Key<Long> DELAY = Key.optional(
            "delay",
            QuantitySchema.durationAtLeast(0),
            "the law's",
            "Propagation delay of every message, instead of the law's.");
    private static final Key<Double> PATH_LOSS = Key.optional(
            "loss",
            ProbabilitySchema.probability(),
            "the connections'",
            "Loss probability, instead of the connections'.");
    private static final Key<Boolean> SYMMETRIC =
            Key.withDefault("symmetric", new BooleanSchema(), "true", "Whether the way back is the same.");

    private record Path(
            String from, String to, @Nullable Long delay, @Nullable Double loss, boolean symmetric, Span span) {}

    private static final SchemaNode<Path> PATH = ObjectSchema.of(
                    "a path",
                    List.of(FROM, TO, DELAY, PATH_LOSS, SYMMETRIC),
                    fields -> new Path(
                            fields.get(FROM),
                            fields.get(TO),
                            fields.find(DELAY),
                            fields.find(PATH_LOSS),
                            fields.get(SYMMETRIC),
                            fields.span()))
            .checking(fields -> {
                String from = fields.find(FROM);
                if (from != null && from.equals(fields.find(TO))) {
                    fields.problem(TO, "a path leads from a node to another one", "");
                }
                if (!fields.isGiven(DELAY) && !fields.isGiven(PATH_LOSS)) {
                    fields.problem(FROM, fields.reading().label() + " changes nothing", "add delay or loss");
                }
            });

    private static final Key<NetworkPreset> PRESET = Key.required(
            "preset",
            TextSchema.free("the name of a shipped preset or the path of a preset file", "omerta")
                    .refine(NetworkSchema::loadPreset),
            "Regions, delays and connections: " + String.join(", ", PresetLoader.shippedNames())
                    + ", or a preset file relative to the scenario.");
    private static final Key<Nodes> NODES = Key.required(
            "nodes",
            new EitherSchema<Nodes>(List.of(
                    new Form<>(Shape.NUMBER, new IntegerSchema(2, MOST_NODES).refine((count, node, reading) -> {
                                reading.names().defineNumberedNodes(count.intValue());
                                return new Counted(count.intValue());
                            })),
                    new Form<>(
                            Shape.LIST,
                            new ListSchema<>("nodes", MEMBER, 2, MOST_NODES).refine((members, node, reading) -> {
                                reading.names().complete(Names.Kind.NODE);
                                return new Listed(members);
                            })))),
            "How many nodes, named node_0, node_1 ...; or each node with id, region and connection.");
    private static final Key<Assignment> ASSIGNMENT = Key.optional(
            "assignment",
            ChoiceSchema.of(Assignment.class),
            "the preset's",
            "How shares become nodes: exact quotas, or each node drawn independently.");
    private static final Key<Map<String, Double>> REGIONS = Key.optional(
            "regions",
            Shares.byName(Names.Kind.REGION, "europe"),
            "the preset's",
            "Share of nodes in each region; regions left out have none.");
    private static final Key<Map<String, Double>> CONNECTIONS = Key.optional(
            "connections",
            Shares.byName(Names.Kind.CONNECTION, "cable"),
            "the preset's",
            "Share of nodes with each connection; connections left out have none.");
    private static final Key<Contention> CONTENTION = Key.withDefault(
            "contention",
            ChoiceSchema.of(Contention.class),
            "none",
            "Whether simultaneous messages have each link to themselves (none) or queue for it (queues).");
    private static final Key<Boolean> LOSS = Key.withDefault(
            "loss", ChoiceSchema.of("on", true, "off", false), "on", "Whether connections lose messages.");
    private static final Key<DelayLaw> DELAY_LAW =
            Key.optional("delay_law", DelayLawSchema.UNION, "the preset's", "How delays spread around their means.");
    private static final Key<OverlaySchema.Rule> OVERLAY =
            Key.withDefault("overlay", OverlaySchema.UNION, "{type: complete}", "Who is linked to whom.");
    private static final Key<List<Path>> LINKS = Key.withDefault(
            "links",
            new ListSchema<>("paths", PATH, 0, MOST_NODES),
            "[]",
            "Exceptions for the paths between single nodes.");

    static final ObjectSchema<NetworkModel> ROOT = ObjectSchema.of(
                    "a network",
                    List.of(
                            PRESET,
                            NODES,
                            ASSIGNMENT,
                            REGIONS,
                            CONNECTIONS,
                            CONTENTION,
                            LOSS,
                            DELAY_LAW,
                            OVERLAY,
                            LINKS),
                    NetworkSchema::bind)
            .checking(NetworkSchema::checkLaw)
            .checking(NetworkSchema::checkShares)
            .checking(NetworkSchema::checkOverlay)
            .checking(NetworkSchema::checkPaths);

    private NetworkSchema() {}

    private static @Nullable NetworkPreset loadPreset(String name, YamlNode node, Reading reading) {
        NetworkPreset preset = PresetLoader.load(name, node.span(), reading);
        if (preset != null) {
            Names names = reading.names();
            preset.regions().forEach(region -> names.define(Names.Kind.REGION, region.key(), node.span()));
            preset.accessTypes().forEach(access -> names.define(Names.Kind.CONNECTION, access.key(), node.span()));
            names.complete(Names.Kind.REGION);
            names.complete(Names.Kind.CONNECTION);
        }
        return preset;
    }

    private static void checkLaw(Fields fields) {
        NetworkPreset preset = fields.find(PRESET);
        DelayLaw law = fields.find(DELAY_LAW);
        if (preset != null && law != null) {
            DelayLawSchema.check(
                    law,
                    preset.regions().stream().map(Region::key).toList(),
                    preset.meanDelayMillis(),
                    fields.span(DELAY_LAW),
                    fields.reading());
        }
    }

    private static void checkShares(Fields fields) {
        if (fields.find(NODES) instanceof Listed) {
            for (Key<?> key : List.of(ASSIGNMENT, REGIONS, CONNECTIONS)) {
                if (fields.isGiven(key)) {
                    fields.problem(
                            key,
                            "network." + key.name() + " has no effect: every node is listed with its region and"
                                    + " connection",
                            "remove it");
                }
            }
        }
    }

    private static void checkOverlay(Fields fields) {
        overlay(fields);
    }

    private static @Nullable OverlaySpec overlay(Fields fields) {
        NetworkPreset preset = fields.find(PRESET);
        Nodes nodes = fields.find(NODES);
        OverlaySchema.Rule rule = fields.find(OVERLAY);
        return preset == null || nodes == null || rule == null ? null : rule.complete(preset, nodes.count());
    }

    private static void checkPaths(Fields fields) {
        List<Path> paths = fields.find(LINKS);
        Set<List<String>> seen = new HashSet<>();
        if (paths == null) {
            return;
        }
        for (Path path : paths) {
            boolean again = !seen.add(List.of(path.from(), path.to()));
            boolean backAgain = path.symmetric() && !seen.add(List.of(path.to(), path.from()));
            if (again || backAgain) {
                fields.reading()
                        .problem(
                                path.span(),
                                "the path between " + path.from() + " and " + path.to() + " is given twice",
                                "");
            }
        }
    }

    private static NetworkModel bind(Fields fields) {
        return new NetworkModel(
                preset(fields),
                fields.get(NODES),
                fields.get(CONTENTION),
                fields.get(LOSS),
                Objects.requireNonNull(overlay(fields)),
                paths(fields));
    }

    private static NetworkPreset preset(Fields fields) {
        NetworkPreset preset = fields.get(PRESET);
        Map<String, Double> regions = fields.find(REGIONS);
        Map<String, Double> connections = fields.find(CONNECTIONS);
        DelayLaw law = fields.find(DELAY_LAW);
        Assignment assignment = fields.find(ASSIGNMENT);
        return new NetworkPreset(
                preset.name(),
                preset.title(),
                preset.source(),
                regions == null
                        ? preset.regions()
                        : preset.regions().stream()
                                .map(region -> withShare(region, regions.getOrDefault(region.key(), 0.0)))
                                .toList(),
                preset.meanDelayMillis(),
                law == null ? preset.delayLaw() : law,
                assignment == null ? preset.assignment() : assignment,
                connections == null
                        ? preset.accessTypes()
                        : preset.accessTypes().stream()
                                .map(access -> withShare(access, connections.getOrDefault(access.key(), 0.0)))
                                .toList(),
                preset.degreeDistribution());
    }

    private static Region withShare(Region region, double share) {
        return new Region(
                region.key(), region.name(), share, region.uploadBitsPerSecond(), region.downloadBitsPerSecond());
    }

    private static AccessType withShare(AccessType access, double share) {
        return new AccessType(
                access.key(),
                access.name(),
                share,
                access.uploadBitsPerSecond(),
                access.downloadBitsPerSecond(),
                access.addedDelayNanos(),
                access.lossProbability());
    }

    private static List<PathOverride> paths(Fields fields) {
        Names names = fields.reading().names();
        List<PathOverride> overrides = new ArrayList<>();
        for (Path path : fields.get(LINKS)) {
            int from = names.indexOf(Names.Kind.NODE, path.from());
            int to = names.indexOf(Names.Kind.NODE, path.to());
            long delayNanos = path.delay() == null ? -1 : path.delay();
            double loss = path.loss() == null ? Double.NaN : path.loss();
            overrides.add(new PathOverride(from, to, delayNanos, loss));
            if (path.symmetric()) {
                overrides.add(new PathOverride(to, from, delayNanos, loss));
            }
        }
        return overrides;
    }
}
