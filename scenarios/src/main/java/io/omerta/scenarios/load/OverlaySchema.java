package io.omerta.scenarios.load;

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
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.scenarios.load.schema.UnionSchema.Kind;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.overlay.OverlaySpec.Link;
import io.omerta.sim.network.region.NetworkPreset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Declares overlays. */
final class OverlaySchema {
    /** An overlay as declared, to be completed when preset and nodes are known. */
    @FunctionalInterface
    interface Rule {
        /** Completes the overlay and reports what does not fit. */
        OverlaySpec complete(NetworkPreset preset, int nodes);
    }

    private static final Key<List<Double>> DISTRIBUTION = Key.withDefault(
            "distribution",
            new EitherSchema<List<Double>>(List.of(
                    new Form<>(Shape.TEXT, ChoiceSchema.of("preset", List.<Double>of())),
                    new Form<>(Shape.LIST, Shares.ofCounts()))),
            "preset",
            "Probability of 1, 2, 3 ... outbound links, or the word preset for the preset's.");
    private static final Key<Long> DEGREE = Key.required(
            "degree",
            new IntegerSchema(1, NetworkSchema.MOST_NODES),
            "Links of each node; nodes x degree must be even.");
    private static final Key<Long> NEIGHBOURS = Key.required(
            "neighbours",
            new IntegerSchema(2, NetworkSchema.MOST_NODES),
            "Nearest neighbours in the ring that a node is linked to; even.");
    private static final Key<Double> REWIRING = Key.required(
            "rewiring", ProbabilitySchema.probability(), "Probability that a link is rewired to a random node.");

    private record Pair(String from, String to, Span span) {}

    private static final Key<List<Pair>> LINKS = Key.required(
            "links",
            new ListSchema<>(
                    "links",
                    new ListSchema<>("node ids", TextSchema.reference(Names.Kind.NODE, "node_0"), 2, 2)
                            .refine((ids, node, reading) -> new Pair(ids.get(0), ids.get(1), node.span())),
                    0,
                    NetworkSchema.MOST_NODES),
            "Pairs of node ids; each link works in both directions.");
    private static final Key<String> PATH = Key.required(
            "path",
            TextSchema.free("a path", "links.txt"),
            "File of links relative to the scenario: two nodes to a line, each an id or an index from 0.");

    static final SchemaNode<Rule> UNION = UnionSchema.of(
            "an overlay",
            "type",
            List.of(
                    kind(
                            "complete",
                            "Everyone is everyone's neighbour.",
                            List.of(),
                            fields -> (preset, nodes) -> new OverlaySpec.Complete()),
                    kind(
                            "random-degree",
                            "SimBlock's rule: each node draws how many outbound links it makes, to random others; links"
                                    + " work in both directions.",
                            List.of(DISTRIBUTION),
                            fields -> (preset, nodes) -> randomDegree(fields, preset, nodes)),
                    kind(
                            "random-regular",
                            "A random graph in which every node has the same degree.",
                            List.of(DEGREE),
                            fields -> (preset, nodes) -> randomRegular(fields, nodes)),
                    kind(
                            "small-world",
                            "Watts and Strogatz (Nature, 1998): a ring of nearest neighbours, some links rewired.",
                            List.of(NEIGHBOURS, REWIRING),
                            fields -> (preset, nodes) -> smallWorld(fields, nodes)),
                    kind(
                            "explicit",
                            "Links one by one.",
                            List.of(LINKS),
                            fields -> (preset, nodes) -> explicit(fields)),
                    kind(
                            "file",
                            "Links from a file.",
                            List.of(PATH),
                            fields -> (preset, nodes) -> new OverlaySpec.Explicit(
                                    EdgeList.read(fields.get(PATH), nodes, fields.span(PATH), fields.reading())))));

    private OverlaySchema() {}

    private static Kind<Rule> kind(String name, String prose, List<Key<?>> keys, Function<Fields, Rule> binder) {
        return new Kind<>(name, prose, ObjectSchema.of("an overlay", keys, binder));
    }

    private static OverlaySpec randomDegree(Fields fields, NetworkPreset preset, int nodes) {
        List<Double> given = fields.get(DISTRIBUTION);
        List<Double> distribution = given.isEmpty() ? preset.degreeDistribution() : given;
        if (distribution.isEmpty()) {
            fields.problem(
                    DISTRIBUTION,
                    "preset " + preset.name() + " has no degree distribution",
                    "add distribution: [...], the probability of 1, 2, 3 ... links");
        }
        int largest = distribution.size();
        while (largest > 0 && distribution.get(largest - 1) == 0) {
            largest--;
        }
        if (largest >= nodes) {
            fields.problem(
                    DISTRIBUTION, "a node may draw " + largest + " links; there are only " + nodes + " nodes", "");
        }
        return new OverlaySpec.RandomDegree(distribution);
    }

    private static OverlaySpec randomRegular(Fields fields, int nodes) {
        int degree = fields.get(DEGREE).intValue();
        if (degree >= nodes) {
            fields.problem(DEGREE, "degree must be below the number of nodes, " + nodes, "");
        } else if ((long) degree * nodes % 2 != 0) {
            fields.problem(DEGREE, "nodes x degree must be even; " + nodes + " x " + degree + " is odd", "");
        }
        return new OverlaySpec.RandomRegular(degree);
    }

    private static OverlaySpec smallWorld(Fields fields, int nodes) {
        int neighbours = fields.get(NEIGHBOURS).intValue();
        if (neighbours % 2 != 0) {
            fields.problem(NEIGHBOURS, "neighbours must be even; this is " + neighbours, "");
        } else if (neighbours >= nodes) {
            fields.problem(NEIGHBOURS, "neighbours must be below the number of nodes, " + nodes, "");
        }
        return new OverlaySpec.SmallWorld(neighbours, fields.get(REWIRING));
    }

    private static OverlaySpec explicit(Fields fields) {
        Names names = fields.reading().names();
        List<Link> links = new ArrayList<>();
        Set<Link> seen = new HashSet<>();
        for (Pair pair : fields.get(LINKS)) {
            Link link =
                    new Link(names.indexOf(Names.Kind.NODE, pair.from()), names.indexOf(Names.Kind.NODE, pair.to()));
            boolean known = link.from() >= 0 && link.to() >= 0; // unknown ids are reported as such
            String problem = known ? EdgeList.problem(link, seen) : "";
            if (!problem.isEmpty()) {
                fields.reading().problem(pair.span(), problem, "");
            }
            links.add(link);
        }
        return new OverlaySpec.Explicit(links);
    }
}
