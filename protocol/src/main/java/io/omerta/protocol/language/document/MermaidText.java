package io.omerta.protocol.language.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Diagrams as Mermaid text, which many viewers of Markdown draw. */
public final class MermaidText {
    /** Words that Mermaid reads as its own where a name may stand, in lower case. */
    private static final List<String> RESERVED = List.of(
            "accdescr",
            "acctitle",
            "activate",
            "actor",
            "alt",
            "and",
            "as",
            "autonumber",
            "box",
            "break",
            "choice",
            "class",
            "classdef",
            "click",
            "concurrent",
            "create",
            "critical",
            "deactivate",
            "default",
            "destroy",
            "details",
            "direction",
            "else",
            "end",
            "fork",
            "hide",
            "href",
            "join",
            "left",
            "link",
            "links",
            "loop",
            "note",
            "opt",
            "option",
            "over",
            "par",
            "participant",
            "properties",
            "rect",
            "right",
            "root",
            "scale",
            "sequencediagram",
            "state",
            "statediagram",
            "style",
            "title");

    /** Punctuation that means nothing to Mermaid within a label. */
    private static final String PLAIN = " _.,()[]=+*/!?'-";

    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> ids = new LinkedHashMap<>();

    private MermaidText(List<String> names) {
        names.forEach(name -> ids.put(name, name));
        for (String name : names) {
            String id = name;
            while (RESERVED.contains(id.toLowerCase(Locale.ROOT)) || (!id.equals(name) && ids.containsValue(id))) {
                id += "_";
            }
            ids.put(name, id);
        }
    }

    static String stateDiagram(StateDiagram diagram) {
        MermaidText text = new MermaidText(
                diagram.states().stream().map(StateDiagram.State::name).toList());
        text.write(diagram);
        return text.out.toString();
    }

    static String sequenceDiagram(MessageChart chart) {
        MermaidText text = new MermaidText(chart.roles());
        text.out.append("sequenceDiagram\n");
        for (String role : chart.roles()) {
            text.line(1, "participant " + text.id(role) + " as " + label(role));
        }
        text.write(chart.steps(), 1);
        return text.out.toString();
    }

    /** Text for people, with everything that could mean something to Mermaid as its code. */
    public static String label(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#')
                        .append(Character.isISOControl(c) ? 0xFFFD : c)
                        .append(';');
            }
        });
        return escaped.toString();
    }

    private void write(StateDiagram diagram) {
        out.append("stateDiagram-v2\n");
        for (StateDiagram.State state : diagram.states()) {
            line(1, "state \"" + label(state.name()) + "\" as " + id(state.name()));
            if (!state.description().isEmpty()) {
                line(1, id(state.name()) + " : " + label(state.description()));
            }
        }
        for (StateDiagram.State state : diagram.states()) {
            if (state.initial()) {
                line(1, "[*] --> " + id(state.name()));
            }
        }
        for (StateDiagram.Edge edge : diagram.edges()) {
            line(1, id(edge.from()) + " --> " + id(edge.to()) + " : " + label(edge.label()));
        }
        for (StateDiagram.State state : diagram.states()) {
            if (state.terminal()) {
                line(1, id(state.name()) + " --> [*]");
            }
        }
    }

    private void write(List<MessageChart.Step> steps, int depth) {
        for (MessageChart.Step step : steps) {
            if (step instanceof MessageChart.Arrow arrow) {
                line(depth, id(arrow.from()) + "->>" + id(arrow.to()) + ": " + label(arrow.label()));
            } else if (step instanceof MessageChart.Note note) {
                line(depth, "Note over " + id(note.role()) + ": " + label(note.text()));
            } else if (step instanceof MessageChart.Fragment fragment) {
                write(fragment, depth);
            }
        }
    }

    private void write(MessageChart.Fragment fragment, int depth) {
        String word = fragment.kind().word();
        for (MessageChart.Branch branch : fragment.branches()) {
            line(depth, word + " " + label(branch.condition()));
            write(branch.steps(), depth + 1);
            word = "else";
        }
        line(depth, "end");
    }

    private void line(int depth, String text) {
        out.append(INDENT.repeat(depth)).append(text).append('\n');
    }

    private String id(String name) {
        return ids.getOrDefault(name, name);
    }
}
