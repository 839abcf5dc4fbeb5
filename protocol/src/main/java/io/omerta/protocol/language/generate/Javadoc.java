package io.omerta.protocol.language.generate;

import java.util.ArrayList;
import java.util.List;

/** Documentation comments. What is quoted from protocol files cannot end the comment or be read as markup. */
final class Javadoc {
    private static final int COLUMNS_MAX = 120;

    private Javadoc() {}

    /** Text as it must be written to be read as text. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c <= '~' && "&<>@*\\{}".indexOf(c) < 0;
            safe.append(
                    plain || Character.isLetter(c) || Character.isSurrogate(c)
                            ? String.valueOf(c)
                            : "&#" + (int) c + ";");
        }
        return safe.toString();
    }

    /** Code as it must be written to be read as code. */
    static String code(String code) {
        return "{@code " + code + "}";
    }

    /**
     * The lines of a comment.
     *
     * @param paragraphs already safe; those that begin with {@code @} are tags
     * @param indent columns before each line
     */
    static List<String> lines(List<String> paragraphs, int indent) {
        String margin = " ".repeat(indent);
        if (paragraphs.size() == 1 && indent + 8 + paragraphs.get(0).length() <= COLUMNS_MAX) {
            return List.of(margin + "/** " + paragraphs.get(0) + " */");
        }
        List<String> lines = new ArrayList<>();
        lines.add(margin + "/**");
        for (int i = 0; i < paragraphs.size(); i++) {
            String paragraph = paragraphs.get(i);
            boolean tag = paragraph.startsWith("@");
            if (i > 0 && !(tag && paragraphs.get(i - 1).startsWith("@"))) {
                lines.add(margin + " *");
            }
            wrap(i == 0 || tag ? paragraph : "<p>" + paragraph, margin + " * ", tag ? "    " : "", lines);
        }
        lines.add(margin + " */");
        return lines;
    }

    private static void wrap(String paragraph, String margin, String hanging, List<String> lines) {
        StringBuilder line = new StringBuilder(margin);
        String between = "";
        for (String word : paragraph.split(" ", -1)) {
            if (!between.isEmpty() && line.length() + 1 + word.length() > COLUMNS_MAX) {
                lines.add(line.toString());
                line = new StringBuilder(margin).append(hanging);
                between = "";
            }
            line.append(between).append(word);
            between = " ";
        }
        lines.add(line.toString());
    }
}
