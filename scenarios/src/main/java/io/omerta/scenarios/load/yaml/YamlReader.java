package io.omerta.scenarios.load.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree of one document from the parser's events. Anchors, aliases and tags are refused: a scenario has no use
 * for them, and without them the tree is never larger than the text.
 */
public final class YamlReader {
    private static final int DEEPEST = 64;

    private final Source source;
    private final Problems problems;
    private final ParserImpl events;
    private int depth;

    /** Ends the reading of a text after a problem that leaves no tree to go on with. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private YamlReader(Source source, String text, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
    }

    /**
     * Reads a text.
     *
     * @param what what it should hold, for messages, such as "scenario"
     * @return the tree, or null after a problem that leaves none
     */
    public static @Nullable YamlNode read(Source source, String text, String what, Problems problems) {
        if (text.isBlank()) {
            problems.add(Span.whole(source), "the " + what + " is empty", "");
            return null;
        }
        try {
            return new YamlReader(source, text, problems).document(what);
        } catch (MarkedYAMLException e) {
            problems.add(syntaxProblem(source, e));
        } catch (ReaderException e) {
            int[] characters = text.codePoints().limit(e.getPosition()).toArray();
            int line = 1;
            int column = 1;
            for (int character : characters) {
                column = character == '\n' ? 1 : column + 1;
                line += character == '\n' ? 1 : 0;
            }
            problems.add(
                    new Span(source, line, column, 1),
                    String.format(Locale.ROOT, "character U+%04X is not allowed in YAML", e.getCodePoint()),
                    "");
        } catch (Unreadable e) {
            return null;
        }
        return null;
    }

    private static Problem syntaxProblem(Source source, MarkedYAMLException e) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Span span = mark == null ? Span.whole(source) : new Span(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
        String line = source.line(span.line());
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        int tab = indentation.indexOf('\t');
        if (tab >= 0) {
            return new Problem(
                    new Span(source, span.line(), tab + 1, 1), "a tab is used for indentation", "use spaces");
        }
        String problem = e.getProblem() == null ? "unreadable" : e.getProblem();
        String context = e.getContext() == null ? "" : " " + e.getContext();
        return new Problem(span, "YAML syntax: " + (problem + context).replace('\n', ' '), "");
    }

    private @Nullable YamlNode document(String what) {
        events.getEvent(); // stream start
        if (events.checkEvent(Event.ID.StreamEnd)) {
            problems.add(Span.whole(source), "the " + what + " is empty", "");
            return null;
        }
        events.getEvent(); // document start
        YamlNode root = node();
        events.getEvent(); // document end
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            problems.add(
                    span(events.peekEvent()), "a second document begins here", "a " + what + " is a single document");
            return null;
        }
        return root;
    }

    private YamlNode node() {
        Event event = events.getEvent();
        Span span = span(event);
        if (event instanceof AliasEvent) {
            throw stop(span, "aliases are not supported", "write the value out");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw stop(span, "anchors are not supported", "remove \"&" + node.getAnchor() + "\"");
        }
        if (++depth > DEEPEST) {
            throw stop(span, "nested more than " + DEEPEST + " levels deep", "");
        }
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), span);
            node = new YamlNode.Scalar(span, scalar.getValue(), scalar.isPlain());
        } else if (event instanceof SequenceStartEvent start) {
            refuseTag(start.getTag(), span);
            List<YamlNode> items = new ArrayList<>();
            while (!events.checkEvent(Event.ID.SequenceEnd)) {
                items.add(node());
            }
            events.getEvent();
            node = new YamlNode.Sequence(span, items);
        } else {
            refuseTag(((MappingStartEvent) event).getTag(), span);
            node = mapping(span);
        }
        depth--;
        return node;
    }

    private YamlNode mapping(Span span) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node();
            YamlNode value = node();
            if (!(key instanceof YamlNode.Scalar scalar)) {
                problems.add(key.span(), "a key must be text, not " + key.kind(), "");
                continue;
            }
            YamlNode.Entry earlier = entries.get(scalar.text());
            if (earlier != null) {
                problems.add(
                        key.span(),
                        "duplicate key \"" + scalar.text() + "\"",
                        "first given on line " + earlier.keySpan().line());
                continue;
            }
            entries.put(scalar.text(), new YamlNode.Entry(scalar.text(), key.span(), value));
        }
        events.getEvent();
        return new YamlNode.Mapping(span, List.copyOf(entries.values()));
    }

    private void refuseTag(@Nullable String tag, Span span) {
        if (tag != null) {
            throw stop(span, "tags are not supported", "remove \"" + tag + "\"");
        }
    }

    private Unreadable stop(Span span, String message, String hint) {
        problems.add(span, message, hint);
        return new Unreadable();
    }

    private Span span(Event event) {
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        int lineLength = source.line(start.getLine() + 1)
                .codePointCount(0, source.line(start.getLine() + 1).length());
        int length =
                end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : lineLength - start.getColumn();
        return new Span(source, start.getLine() + 1, start.getColumn() + 1, Math.max(1, length));
    }
}
