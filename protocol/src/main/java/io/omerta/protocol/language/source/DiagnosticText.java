package io.omerta.protocol.language.source;

import java.util.List;

/**
 * Renders diagnostics for a terminal: place, severity, code and message on one line, then the line of source with the
 * span underlined, the related places alike, and the fixes.
 *
 * <pre>
 * escrow.omt:4:12: error OMT-S08: a value is expected after `+`, but found `)`
 *   4 |   x = (a + )
 *     |            ^
 * </pre>
 */
public final class DiagnosticText {
    /** Longest piece of a source line that is shown, in code points. */
    private static final int MAX_SHOWN = 120;

    private static final String CUT = "...";

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    private DiagnosticText(boolean colour) {
        this.colour = colour;
    }

    /** All diagnostics without colour, in their order, each ending with a line feed. */
    public static String render(List<Diagnostic> diagnostics) {
        return render(diagnostics, false);
    }

    /**
     * All diagnostics, in their order, each ending with a line feed.
     *
     * @param colour whether to use a terminal's colours (ECMA-48)
     */
    public static String render(List<Diagnostic> diagnostics, boolean colour) {
        DiagnosticText text = new DiagnosticText(colour);
        diagnostics.forEach(text::write);
        return text.out.toString();
    }

    /** One diagnostic without colour; every line ends with a line feed. */
    public static String render(Diagnostic diagnostic) {
        return render(List.of(diagnostic));
    }

    private void write(Diagnostic diagnostic) {
        Style style = diagnostic.severity() == Severity.ERROR ? Style.ERROR : Style.WARNING;
        String kind = diagnostic.severity().label() + " " + diagnostic.code().label();
        place(diagnostic.span(), style, kind, diagnostic.message());
        for (RelatedSpan related : diagnostic.related()) {
            place(related.span(), Style.NOTE, "note", related.message());
        }
        for (Fix fix : diagnostic.fixes()) {
            out.append("  fix: ").append(printable(fix.description())).append('\n');
        }
    }

    private void place(Span span, Style style, String kind, String message) {
        out.append(printable(span.toString()))
                .append(": ")
                .append(painted(kind, style))
                .append(": ")
                .append(printable(message))
                .append('\n');
        excerpt(span, style);
    }

    private String painted(String text, Style style) {
        return colour ? "\u001b[" + style.rendition + "m" + text + "\u001b[0m" : text;
    }

    /** The first line of the span, and carets under the part of it that the span covers (at least one). */
    private void excerpt(Span span, Style style) {
        Position start = span.startPosition();
        Span line = span.source().line(start.line());
        int[] text = line.text().codePoints().toArray();
        int from = Math.min(start.column() - 1, text.length);
        int covered = span.source()
                .text()
                .codePointCount(span.start(), Math.max(span.start(), Math.min(span.end(), line.end())));

        int shownFrom = from < MAX_SHOWN ? 0 : from - MAX_SHOWN / 2;
        int shownTo = Math.min(text.length, shownFrom + MAX_SHOWN);
        String before = shownFrom > 0 ? CUT : "";
        String after = shownTo < text.length ? CUT : "";
        int carets = Math.max(1, Math.min(covered, shownTo - from));

        String number = Integer.toString(start.line());
        StringBuilder shown = new StringBuilder(before);
        StringBuilder under = new StringBuilder(" ".repeat(before.length()));
        for (int i = shownFrom; i < shownTo; i++) {
            shown.appendCodePoint(isPrintable(text[i]) ? text[i] : '\uFFFD');
            if (i < from) {
                under.append(text[i] == '\t' ? '\t' : ' ');
            }
        }
        under.append(painted("^".repeat(carets), style));
        out.append("  ")
                .append(number)
                .append(" | ")
                .append(shown)
                .append(after)
                .append('\n');
        out.append(" ".repeat(number.length() + 2)).append(" | ").append(under).append('\n');
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '\uFFFD'));
        return shown.toString();
    }

    /** Control characters would move the terminal's cursor away from the carets, or do worse to the terminal. */
    private static boolean isPrintable(int codePoint) {
        return codePoint == '\t' || !Character.isISOControl(codePoint);
    }

    private enum Style {
        ERROR("1;31"),
        WARNING("1;33"),
        NOTE("1;36");

        /** Bold and a colour, as ECMA-48 numbers them (8.3.117). */
        private final String rendition;

        Style(String rendition) {
            this.rendition = rendition;
        }
    }
}
