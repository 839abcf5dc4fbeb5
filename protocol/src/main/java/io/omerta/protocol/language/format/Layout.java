package io.omerta.protocol.language.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with places where a line may break, after Wadler, "A prettier printer" (2003): the breaks of a group are all
 * taken or none, and none if the group then fits the line. A sequence knows its width, so that each layout is measured
 * once however deep it lies.
 */
sealed interface Layout {
    /** Columns taken if no break is. */
    int flatWidth();

    /** Appends the text as it is if no break is taken. */
    void appendFlat(StringBuilder out);

    /** The text if no break is taken. */
    default String flat() {
        StringBuilder out = new StringBuilder(flatWidth());
        appendFlat(out);
        return out.toString();
    }

    record Text(String text) implements Layout {
        @Override
        public void appendFlat(StringBuilder out) {
            out.append(text);
        }

        @Override
        public int flatWidth() {
            return text.length();
        }
    }

    /** A line's end, or what stands there if it is not taken: a blank or nothing. */
    record Break(String flat) implements Layout {
        @Override
        public void appendFlat(StringBuilder out) {
            out.append(flat);
        }

        @Override
        public int flatWidth() {
            return flat.length();
        }
    }

    record Sequence(List<Layout> parts, int flatWidth) implements Layout {
        @Override
        public void appendFlat(StringBuilder out) {
            for (Layout part : parts) {
                part.appendFlat(out);
            }
        }
    }

    record Group(Layout content) implements Layout {
        @Override
        public void appendFlat(StringBuilder out) {
            content.appendFlat(out);
        }

        @Override
        public int flatWidth() {
            return content.flatWidth();
        }
    }

    /** Lines that begin within the content stand so many columns further right. */
    record Indented(int columns, Layout content) implements Layout {
        @Override
        public void appendFlat(StringBuilder out) {
            content.appendFlat(out);
        }

        @Override
        public int flatWidth() {
            return content.flatWidth();
        }
    }

    static Layout text(String text) {
        return new Text(text);
    }

    static Layout lineOrBlank() {
        return new Break(" ");
    }

    static Layout lineOrNothing() {
        return new Break("");
    }

    static Layout group(Layout... parts) {
        return new Group(sequence(List.of(parts)));
    }

    static Layout indented(int columns, Layout... parts) {
        return new Indented(columns, sequence(List.of(parts)));
    }

    static Layout sequence(Layout... parts) {
        return sequence(List.of(parts));
    }

    static Layout sequence(List<Layout> parts) {
        int width = 0;
        for (Layout part : parts) {
            width += part.flatWidth();
        }
        return new Sequence(List.copyOf(parts), width);
    }

    /** Items with commas in brackets: on one line, or each on its own. */
    static Layout list(String open, Layout padding, List<Layout> items, String close) {
        if (items.isEmpty()) {
            return text(open + close);
        }
        List<Layout> inside = new ArrayList<>();
        inside.add(padding);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                inside.add(text(","));
                inside.add(lineOrBlank());
            }
            inside.add(items.get(i));
        }
        return group(text(open), new Indented(Lines.INDENT, sequence(inside)), padding, text(close));
    }
}
