package io.omerta.cli.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is, which a picture must know before a viewer shows it. Widths are those of Helvetica (Adobe font
 * metrics), which Arial and Liberation Sans share; other sans fonts come close, and boxes leave room.
 */
final class Typeface {
    static final String FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /** Thousandths of the size, for the characters from space to tilde. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    /** Of characters that the table does not have; as wide as the widest scripts. */
    private static final int OTHER_WIDTH = 1000;

    /** Bold letters are up to a tenth wider. */
    private static final double BOLD = 1.1;

    private Typeface() {}

    /** Width of text, in pixels, at a size in pixels. */
    static double width(String text, double size, boolean bold) {
        long thousandths = text.codePoints()
                .mapToLong(c -> c >= ' ' && c <= '~' ? WIDTHS[c - ' '] : OTHER_WIDTH)
                .sum();
        return thousandths * size / 1000 * (bold ? BOLD : 1);
    }

    /** Breaks text between words so that lines are at most so wide; a longer word has a line of its own. */
    static List<String> wrap(String text, double size, double maxWidth) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && width(line + " " + word, size, false) > maxWidth) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
