package io.omerta.cli.diagram;

import io.omerta.cli.diagram.LayeredLayout.Box;
import io.omerta.cli.diagram.LayeredLayout.Line;
import io.omerta.protocol.language.document.StateDiagram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the machine of an actor. A dot marks the initial state, a double frame a terminal one, a dashed frame one in
 * which the actor may wait for ever. Transitions between the same two states share a line.
 */
public final class StateDiagramSvg {
    private static final Svg.Font NAME = new Svg.Font(13, true, Svg.INK);
    private static final Svg.Font DESCRIPTION = new Svg.Font(11, false, Svg.FAINT_INK);
    private static final Svg.Font EVENT = new Svg.Font(11, false, Svg.INK);
    private static final Svg.Font GUARD = new Svg.Font(10, false, Svg.FAINT_INK);

    private static final double MAX_DESCRIPTION_WIDTH = 190;
    private static final double PADDING = 10;
    private static final double RADIUS = 8;
    private static final double DOT = 12;
    private static final double RING = 3;

    private final StateDiagram diagram;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /** @param lines below the name */
    private record Node(StateDiagram.State state, List<String> lines, Box box) {}

    private record Edge(Line line, List<LabelLine> label) {}

    private record LabelLine(String text, Svg.Font font) {}

    private StateDiagramSvg(StateDiagram diagram) {
        this.diagram = diagram;
    }

    /** The picture, as a whole document. */
    public static String draw(StateDiagram diagram) {
        StateDiagramSvg drawing = new StateDiagramSvg(diagram);
        drawing.measure();
        return drawing.picture();
    }

    private void measure() {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (StateDiagram.State state : diagram.states()) {
            places.putIfAbsent(state.name(), nodes.size());
            nodes.add(node(state));
        }
        Map<List<Integer>, List<LabelLine>> labels = new LinkedHashMap<>();
        for (StateDiagram.Edge edge : diagram.edges()) {
            List<LabelLine> label = labels.computeIfAbsent(
                    List.of(places.getOrDefault(edge.from(), 0), places.getOrDefault(edge.to(), 0)),
                    ends -> new ArrayList<>());
            addLabel(label, edge);
        }
        labels.forEach((ends, label) -> edges.add(edge(ends.get(0), ends.get(1), label)));
    }

    private static Node node(StateDiagram.State state) {
        List<String> lines = Typeface.wrap(state.description(), DESCRIPTION.size(), MAX_DESCRIPTION_WIDTH);
        double width = NAME.width(state.name());
        for (String line : lines) {
            width = Math.max(width, DESCRIPTION.width(line));
        }
        double height = NAME.lineHeight() + lines.size() * DESCRIPTION.lineHeight();
        return new Node(state, lines, new Box(Math.ceil(width) + 2 * PADDING, height + 1.6 * PADDING));
    }

    private static void addLabel(List<LabelLine> label, StateDiagram.Edge edge) {
        if (!edge.isAutomatic() || edge.guard().isEmpty()) {
            label.add(new LabelLine(edge.event(), EVENT));
        }
        if (!edge.guard().isEmpty()) {
            label.add(new LabelLine("[" + edge.guard() + "]", GUARD));
        }
    }

    private static Edge edge(int from, int to, List<LabelLine> label) {
        double width = 0;
        double height = 0;
        for (LabelLine line : label) {
            width = Math.max(width, line.font().width(line.text()));
            height += line.font().lineHeight();
        }
        return new Edge(new Line(from, to, new Box(Math.ceil(width) + 4, height + 2)), List.copyOf(label));
    }

    private String picture() {
        List<Box> boxes = new ArrayList<>(nodes.stream().map(Node::box).toList());
        List<Line> lines = new ArrayList<>(edges.stream().map(Edge::line).toList());
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).state().initial()) {
                lines.add(new Line(boxes.size(), i, new Box(0, 0)));
                boxes.add(new Box(DOT, DOT));
            }
        }
        LayeredLayout.Placed placed =
                LayeredLayout.place(boxes, lines, nodes.size() < boxes.size() ? nodes.size() : -1);
        Svg svg = new Svg(placed.size().width(), placed.size().height(), "States of " + diagram.actor());
        placed.lines().forEach(line -> svg.arrow(line.points()));
        for (int i = 0; i < boxes.size(); i++) {
            Svg.Point corner = placed.boxes().get(i);
            if (i < nodes.size()) {
                draw(svg, nodes.get(i), corner);
            } else {
                svg.circle(corner.x() + DOT / 2, corner.y() + DOT / 2, DOT / 2, "fill=\"" + Svg.INK + "\"");
            }
        }
        for (int i = 0; i < edges.size(); i++) {
            draw(svg, edges.get(i), placed.lines().get(i));
        }
        return svg.finish();
    }

    private static void draw(Svg svg, Node node, Svg.Point corner) {
        StateDiagram.State state = node.state();
        String fill = state.terminal() ? "#e6e9ee" : state.initial() ? "#dcebfb" : "#f4f7fb";
        String dash = state.idle() ? " stroke-dasharray=\"5 3\"" : "";
        String stroke = " stroke=\"" + Svg.LINE + "\" stroke-width=\"1.2\"";
        Box box = node.box();
        svg.rectangle(
                corner.x(), corner.y(), box.width(), box.height(), RADIUS, "fill=\"" + fill + "\"" + stroke + dash);
        if (state.terminal()) {
            svg.rectangle(
                    corner.x() + RING,
                    corner.y() + RING,
                    box.width() - 2 * RING,
                    box.height() - 2 * RING,
                    RADIUS - RING,
                    "fill=\"none\"" + stroke);
        }
        double middle = corner.x() + box.width() / 2;
        double baseline = corner.y() + 0.8 * PADDING + NAME.size();
        svg.text(middle, baseline, "middle", NAME, state.name());
        for (String line : node.lines()) {
            baseline += DESCRIPTION.lineHeight();
            svg.text(middle, baseline, "middle", DESCRIPTION, line);
        }
    }

    /** A label keeps to its line: on the left of it, its lines end there. */
    private static void draw(Svg svg, Edge edge, LayeredLayout.PlacedLine placed) {
        Box box = edge.line().label();
        Svg.Point corner = placed.label();
        boolean left = placed.isRightOf(corner.x() + box.width() / 2, corner.y() + box.height() / 2);
        double top = corner.y() + 1;
        for (LabelLine line : edge.label()) {
            svg.text(
                    left ? corner.x() + box.width() - 2 : corner.x() + 2,
                    top + line.font().size(),
                    left ? "end" : "start",
                    line.font(),
                    line.text());
            top += line.font().lineHeight();
        }
    }
}
