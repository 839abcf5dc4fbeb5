package io.omerta.cli.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places boxes, lines and labels: layer by layer from top to bottom after Sugiyama, Tagawa and Toda (1981), by the
 * Eclipse Layout Kernel. Labels get room of their own in the layers, so that they cover nothing.
 */
final class LayeredLayout {
    /** Of everything that the kernel draws by lot. */
    private static final int SEED = 1;

    private static final double MARGIN = 16;
    private static final double BETWEEN_NODES = 36;
    private static final double BETWEEN_LAYERS = 28;
    private static final double BETWEEN_EDGES = 14;
    private static final double LABEL_TO_EDGE = 4;

    private LayeredLayout() {}

    /** A box. */
    record Box(double width, double height) {}

    /**
     * A line from one box to another, or to itself.
     *
     * @param from place of the box
     * @param to place of the box
     * @param label room for its label
     */
    record Line(int from, int to, Box label) {}

    /**
     * Where everything is.
     *
     * @param boxes top left corners, in the order given
     * @param lines in the order given
     */
    record Placed(Box size, List<Svg.Point> boxes, List<PlacedLine> lines) {}

    /**
     * @param points from its start over its corners to its end
     * @param label top left corner
     */
    record PlacedLine(List<Svg.Point> points, Svg.Point label) {
        /** Whether the line passes a place on its right. */
        boolean isRightOf(double x, double y) {
            for (int i = 1; i < points.size(); i++) {
                Svg.Point from = points.get(i - 1);
                Svg.Point to = points.get(i);
                boolean passes = Math.min(from.y(), to.y()) <= y && y <= Math.max(from.y(), to.y());
                if (passes && Math.min(from.x(), to.x()) > x) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param first place of the box that is to be at the top, or -1 */
    static Placed place(List<Box> boxes, List<Line> lines, int first) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode graph = ElkGraphUtil.createGraph();
        setOptions(graph);
        List<ElkNode> nodes = new ArrayList<>();
        for (Box box : boxes) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(box.width(), box.height());
            nodes.add(node);
        }
        if (first >= 0) {
            nodes.get(first).setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (Line line : lines) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(line.from()), nodes.get(line.to()));
            // The kernel leaves out labels without text; what the text is matters to nobody.
            ElkLabel label = ElkGraphUtil.createLabel("label", edge);
            label.setDimensions(line.label().width(), line.label().height());
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            edges.add(edge);
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return new Placed(
                new Box(graph.getWidth(), graph.getHeight()),
                nodes.stream()
                        .map(node -> new Svg.Point(node.getX(), node.getY()))
                        .toList(),
                edges.stream().map(LayeredLayout::placed).toList());
    }

    private static void setOptions(ElkNode graph) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.RANDOM_SEED, SEED);
        // States are declared in the order in which they are passed through; lines against it are the ways back.
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_EDGES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_EDGES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_EDGES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_EDGES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, LABEL_TO_EDGE);
    }

    private static PlacedLine placed(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Svg.Point> points = Stream.of(
                        Stream.of(new Svg.Point(section.getStartX(), section.getStartY())),
                        section.getBendPoints().stream().map(bend -> new Svg.Point(bend.getX(), bend.getY())),
                        Stream.of(new Svg.Point(section.getEndX(), section.getEndY())))
                .flatMap(part -> part)
                .toList();
        ElkLabel label = edge.getLabels().get(0);
        return new PlacedLine(points, new Svg.Point(label.getX(), label.getY()));
    }
}
