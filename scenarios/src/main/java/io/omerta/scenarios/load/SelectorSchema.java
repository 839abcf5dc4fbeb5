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
import io.omerta.sim.network.fault.NodeSelector;
import java.util.List;

/** Declares the ways to name a set of nodes. */
final class SelectorSchema {
    private static final Key<String> REGION = Key.optional(
            "region", TextSchema.reference(Names.Kind.REGION, "europe"), "any region", "Every node of a region.");
    private static final Key<String> CONNECTION = Key.optional(
            "connection",
            TextSchema.reference(Names.Kind.CONNECTION, "cable"),
            "any connection",
            "Every node with this connection.");
    private static final Key<Double> FRACTION = Key.optional(
            "fraction",
            ProbabilitySchema.share(),
            "any number",
            "This fraction of all nodes, drawn at random; the count is rounded half up.");
    private static final Key<Long> COUNT = Key.optional(
            "count",
            new IntegerSchema(1, NetworkSchema.MOST_NODES).refine((count, node, reading) -> {
                int nodes = reading.names().nodes();
                if (nodes >= 0 && count > nodes) {
                    reading.problem(
                            node.span(), reading.label() + " is " + count + "; there are " + nodes + " nodes", "");
                }
                return count;
            }),
            "any number",
            "This many nodes, drawn at random.");

    private static final Form<NodeSelector> IDS = new Form<>(
            Shape.LIST,
            new ListSchema<>("node ids", TextSchema.reference(Names.Kind.NODE, "node_0"), 1, NetworkSchema.MOST_NODES)
                    .map(NodeSelector.Ids::new));
    private static final Form<NodeSelector> RULE = new Form<>(
            Shape.MAPPING,
            ObjectSchema.exactlyOne("a rule", List.of(REGION, CONNECTION, FRACTION, COUNT), SelectorSchema::bind));

    /** Any set of nodes. */
    static final SchemaNode<NodeSelector> NODES = new EitherSchema<>(
            List.of(new Form<NodeSelector>(Shape.TEXT, ChoiceSchema.of("all", new NodeSelector.All())), IDS, RULE));

    /** A group of a partition, which may also be what the groups before it leave. */
    static final SchemaNode<NodeSelector> GROUP = new EitherSchema<>(List.of(
            new Form<NodeSelector>(
                    Shape.TEXT, ChoiceSchema.of("others", new NodeSelector.Others(), "all", new NodeSelector.All())),
            IDS,
            RULE));

    private SelectorSchema() {}

    private static NodeSelector bind(Fields fields) {
        if (fields.isGiven(REGION)) {
            return new NodeSelector.InRegion(fields.get(REGION));
        }
        if (fields.isGiven(CONNECTION)) {
            return new NodeSelector.WithAccess(fields.get(CONNECTION));
        }
        return fields.isGiven(FRACTION)
                ? new NodeSelector.Fraction(fields.get(FRACTION))
                : new NodeSelector.Count(fields.get(COUNT).intValue());
    }
}
