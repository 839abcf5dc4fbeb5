package io.omerta.protocol.language.format;

/** The text being written, with the indentation of its next line. */
final class Lines {
    /** Columns of one level. */
    static final int INDENT = 4;

    /** Columns of a line that continues the head of something whose body is indented by one level. */
    static final int CONTINUATION = 8;

    private static final int MAX_COLUMNS = 100;

    /** Columns kept free for what follows a layout on its line: a closing bracket, or a blank and an opening one. */
    private static final int MARGIN = 2;

    private final StringBuilder out = new StringBuilder();
    private int indent;
    private int lineStart;

    void indent() {
        indent += INDENT;
    }

    void outdent() {
        indent -= INDENT;
    }

    /** Begins a line, at its indentation. */
    void begin() {
        if (out.length() > 0) {
            out.append('\n');
        }
        lineStart = out.length();
        out.append(" ".repeat(indent));
    }

    void blankLine() {
        out.append('\n');
    }

    void append(String text) {
        out.append(text);
    }

    void append(Layout layout) {
        append(layout, indent, fits(layout));
    }

    /** All lines, the last one ended. */
    String text() {
        return out.length() == 0 ? "" : out.append('\n').toString();
    }

    private boolean fits(Layout layout) {
        return out.length() - lineStart + layout.flatWidth() <= MAX_COLUMNS - MARGIN;
    }

    private void append(Layout layout, int columns, boolean flat) {
        if (layout instanceof Layout.Text text) {
            out.append(text.text());
        } else if (layout instanceof Layout.Break end) {
            appendBreak(end, columns, flat);
        } else if (layout instanceof Layout.Indented indented) {
            append(indented.content(), columns + indented.columns(), flat);
        } else if (layout instanceof Layout.Group group) {
            append(group.content(), columns, flat || fits(group));
        } else if (layout instanceof Layout.Sequence sequence) {
            for (Layout part : sequence.parts()) {
                append(part, columns, flat);
            }
        }
    }

    private void appendBreak(Layout.Break end, int columns, boolean flat) {
        if (flat) {
            out.append(end.flat());
            return;
        }
        out.append('\n');
        lineStart = out.length();
        out.append(" ".repeat(columns));
    }
}
