package io.omerta.scenarios.load.yaml;

/**
 * Something wrong with a text.
 *
 * @param span where
 * @param message what, in one line
 * @param hint what is allowed or what to write instead; may be empty
 */
public record Problem(Span span, String message, String hint) {
    private static final int WIDEST_LINE = 160;

    /** Source and position, what is wrong, then the line with a caret and the hint under it. */
    public String render() {
        Source source = span.source();
        String line = source.line(span.line());
        if (line.isBlank()) {
            String place = span.line() == 0 ? "" : ":" + span.line() + ":" + span.column();
            return source.name() + place + ": error: " + message + (hint.isEmpty() ? "" : "; " + hint);
        }
        String label = source.isArgument() ? "argument" : Integer.toString(span.line());
        String head = source.isArgument()
                ? source.name() + ": error: " + message
                : source.name() + ":" + span.line() + ":" + span.column() + ": error: " + message;
        // Very long lines are cut to the part around the caret.
        int[] characters = line.codePoints().toArray();
        int from = span.column() > WIDEST_LINE / 2 && characters.length > WIDEST_LINE
                ? span.column() - WIDEST_LINE / 2
                : 0;
        int to = Math.min(characters.length, from + WIDEST_LINE);
        StringBuilder shown = new StringBuilder();
        for (int i = from; i < to; i++) {
            shown.appendCodePoint(Character.isISOControl(characters[i]) ? ' ' : characters[i]);
        }
        int caret = Math.max(0, Math.min(span.column() - 1, characters.length) - from);
        int carets = Math.max(1, Math.min(span.length(), shown.codePointCount(0, shown.length()) - caret));
        return head + "\n  " + label + " | " + shown + "\n  " + " ".repeat(label.length()) + " | " + " ".repeat(caret)
                + "^".repeat(carets) + (hint.isEmpty() ? "" : " " + hint);
    }
}
