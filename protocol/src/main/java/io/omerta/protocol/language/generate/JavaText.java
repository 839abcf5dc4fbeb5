package io.omerta.protocol.language.generate;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of Java being written, with the indentation of the next one. */
final class JavaText {
    private static final int COLUMNS_MAX = 120;
    private static final int LEVEL = 4;
    private static final int CONTINUATION = 8;

    private final StringBuilder out = new StringBuilder();
    private int indent;

    JavaText line(String text) {
        out.append(" ".repeat(indent)).append(text).append('\n');
        return this;
    }

    JavaText blank() {
        out.append('\n');
        return this;
    }

    /** A line whose block follows, one level deeper. */
    JavaText open(String head) {
        return line(head).deeper();
    }

    JavaText close() {
        return shallower().line("}");
    }

    JavaText deeper() {
        indent += LEVEL;
        return this;
    }

    JavaText shallower() {
        indent -= LEVEL;
        return this;
    }

    JavaText javadoc(String... paragraphs) {
        return javadoc(List.of(paragraphs));
    }

    /** @param paragraphs as {@link Javadoc#lines} takes them */
    JavaText javadoc(List<String> paragraphs) {
        Javadoc.lines(paragraphs, indent).forEach(line -> out.append(line).append('\n'));
        return this;
    }

    /** Parts between a head and a tail on one line, or each on a line of its own if they do not fit. */
    JavaText list(String head, List<String> parts, String tail) {
        String flat = head + String.join(", ", parts) + tail;
        if (parts.isEmpty() || indent + flat.length() <= COLUMNS_MAX) {
            return line(flat);
        }
        String margin = " ".repeat(indent + CONTINUATION);
        line(head);
        out.append(parts.stream().map(part -> margin + part).collect(Collectors.joining(",\n")))
                .append(tail)
                .append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
