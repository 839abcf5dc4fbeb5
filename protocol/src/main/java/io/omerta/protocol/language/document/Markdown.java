package io.omerta.protocol.language.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes Markdown (CommonMark with the tables of GitHub). Text of others is escaped so that it reads as it was written,
 * whatever it holds; HTML in it is never live.
 */
final class Markdown {
    private static final String ESCAPED_BY_BACKSLASH = "\\`*[]~$";
    private static final String ESCAPED_AT_LINE_START = "#+-=>";

    private final StringBuilder out = new StringBuilder();

    /** Prose of others, which stays on one line. */
    static String text(String plain) {
        StringBuilder escaped = new StringBuilder();
        int[] characters = plain.strip().codePoints().map(Markdown::printable).toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '>') {
                escaped.append("&gt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '|') {
                escaped.append("&#124;");
            } else if (ESCAPED_BY_BACKSLASH.indexOf(c) >= 0
                    || (c == '_' && !isWithinWord(characters, i))
                    || (i == 0 && ESCAPED_AT_LINE_START.indexOf(c) >= 0)
                    || ((c == '.' || c == ')') && endsNumberAtStart(characters, i))) {
                escaped.append('\\').appendCodePoint(c);
            } else {
                escaped.appendCodePoint(c);
            }
        }
        return escaped.toString();
    }

    /** A piece of source, on one line. */
    static String code(String source) {
        String shown = source.codePoints()
                .map(Markdown::printable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (shown.isBlank()) {
            return "<code>" + shown.replace(" ", "&#32;") + "</code>";
        }
        // Within a table neither a backtick nor a bar nor a backslash is sure to be itself in a code span.
        if (shown.indexOf('`') < 0 && shown.indexOf('|') < 0 && shown.indexOf('\\') < 0) {
            return "`" + shown + "`";
        }
        StringBuilder html = new StringBuilder("<code>");
        shown.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ') {
                html.appendCodePoint(c);
            } else {
                html.append("&#").append(c).append(';');
            }
        });
        return html.append("</code>").toString();
    }

    /** A link within the page. */
    static String link(String inline, String anchor) {
        return "[" + inline + "](#" + anchor + ")";
    }

    /** A place that links can name, and that no edit of a heading moves. */
    static String anchor(String id) {
        return "<a id=\"" + id + "\"></a>";
    }

    void heading(int level, String inline) {
        separate();
        out.append("#".repeat(level)).append(' ').append(inline).append('\n');
    }

    void heading(int level, String inline, String anchor) {
        separate();
        out.append(anchor(anchor)).append('\n');
        heading(level, inline);
    }

    /** A paragraph of text that is Markdown already; nothing if it is empty. */
    void paragraph(String inline) {
        if (!inline.isEmpty()) {
            separate();
            out.append(inline).append('\n');
        }
    }

    /** An item of a list. */
    void item(String inline, boolean last) {
        if (!endsWithItem()) {
            separate();
        }
        out.append("- ").append(inline).append('\n');
        if (last) {
            out.append('\n');
        }
    }

    /** All items of a list. */
    void items(List<String> inlines) {
        for (int i = 0; i < inlines.size(); i++) {
            item(inlines.get(i), i + 1 == inlines.size());
        }
    }

    /** A block of source or of a diagram. */
    void fence(String language, String source) {
        separate();
        String fence = "```";
        while (source.contains(fence)) {
            fence += "`";
        }
        out.append(fence).append(language).append('\n');
        source.lines().forEach(line -> out.append(line.stripTrailing()).append('\n'));
        out.append(fence).append('\n');
    }

    /** A table without the columns that are empty in every row; nothing if there is no row. */
    void table(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            int place = column;
            if (rows.stream().anyMatch(row -> !row.get(place).isEmpty())) {
                columns.add(column);
            }
        }
        separate();
        row(header, columns);
        out.append("|").append(" --- |".repeat(columns.size())).append('\n');
        rows.forEach(row -> row(row, columns));
    }

    @Override
    public String toString() {
        return out.toString().stripTrailing() + "\n";
    }

    private void row(List<String> cells, List<Integer> columns) {
        out.append('|');
        for (int column : columns) {
            String cell = cells.get(column);
            out.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |");
        }
        out.append('\n');
    }

    private void separate() {
        if (out.length() > 0 && out.lastIndexOf("\n\n") != out.length() - 2) {
            out.append('\n');
        }
    }

    private boolean endsWithItem() {
        int line = out.lastIndexOf("\n", out.length() - 2) + 1;
        return out.length() > line && out.indexOf("- ", line) == line;
    }

    /** Control characters have no picture, and line ends would end a table. */
    private static int printable(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        return Character.isISOControl(c) ? '\uFFFD' : c;
    }

    private static boolean isWithinWord(int[] characters, int i) {
        return i > 0 && isWord(characters[i - 1]) && i + 1 < characters.length && isWord(characters[i + 1]);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean endsNumberAtStart(int[] characters, int i) {
        for (int k = 0; k < i; k++) {
            if (characters[k] < '0' || characters[k] > '9') {
                return false;
            }
        }
        return i > 0 && i < 10;
    }
}
