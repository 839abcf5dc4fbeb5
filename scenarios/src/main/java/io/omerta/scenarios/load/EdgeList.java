package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.TextFile;
import io.omerta.scenarios.model.Scenario.InputFile;
import io.omerta.sim.network.overlay.OverlaySpec.Link;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A file of links: one to a line, as two nodes separated by white space. A node is its id or its index from 0. Empty lines
 * and lines that begin with # are skipped.
 */
final class EdgeList {
    private static final int LONGEST_FILE = 64 << 20;

    private EdgeList() {}

    /** Reads the links; the first problem of the file is reported at the place that names it. */
    static List<Link> read(String path, int nodes, Span span, Reading reading) {
        TextFile file;
        try {
            file = TextFile.read(reading.directory().resolve(path), "file of links", LONGEST_FILE);
        } catch (TextFile.Unreadable e) {
            reading.problem(span, "overlay " + e.asDetail(), "");
            return List.of();
        } catch (InvalidPathException e) {
            reading.problem(span, "\"" + path + "\" is not a path", "");
            return List.of();
        }
        reading.inputs().add(new InputFile(path, file.sha256()));
        List<Link> links = new ArrayList<>();
        Set<Link> seen = new HashSet<>();
        int number = 0;
        Iterator<String> lines = file.text().lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next().strip();
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] ends = line.split("\\s+", -1);
            String place = path + ":" + number + ": ";
            if (ends.length != 2) {
                reading.problem(span, place + "a link is two nodes; this line has " + ends.length + " words", "");
                return links;
            }
            int from = index(ends[0], nodes, reading.names());
            int to = index(ends[1], nodes, reading.names());
            if (from < 0 || to < 0) {
                String unknown = from < 0 ? ends[0] : ends[1];
                reading.problem(
                        span,
                        place + "unknown node \"" + unknown + "\"",
                        reading.names().hint(Names.Kind.NODE, unknown) + ", or an index from 0 to " + (nodes - 1));
                return links;
            }
            Link link = new Link(from, to);
            String problem = problem(link, seen);
            if (!problem.isEmpty()) {
                reading.problem(span, place + problem, "");
                return links;
            }
            links.add(link);
        }
        return links;
    }

    /** What is wrong with a link after those already seen, to which it is added; empty if nothing is. */
    static String problem(Link link, Set<Link> seen) {
        if (link.from() == link.to()) {
            return "a node cannot be linked to itself";
        }
        Link ordered = new Link(Math.min(link.from(), link.to()), Math.max(link.from(), link.to()));
        return seen.add(ordered) ? "" : "this link is given twice (links have no direction)";
    }

    private static int index(String node, int nodes, Names names) {
        if (node.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(node);
            return index < nodes ? index : -1;
        }
        return names.indexOf(Names.Kind.NODE, node);
    }
}
