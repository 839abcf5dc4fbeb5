package io.omerta.protocol.language.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What comments say: paragraphs, items of lists, and text that its author has laid out by indenting it.
 *
 * @param blocks in order
 */
record Prose(List<Block> blocks) {
    private static final Pattern RULE = Pattern.compile("[=\\-*#~_]{3,}");
    private static final String INDENT = "  ";
    private static final String BULLET = "- ";

    Prose {
        blocks = List.copyOf(blocks);
    }

    /** How a block is set. */
    enum Style {
        PARAGRAPH,
        ITEM,
        PREFORMATTED
    }

    /**
     * @param lines of a paragraph or item its words, as one line; of preformatted text its lines
     */
    record Block(Style style, List<String> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** From the lines of a comment, without their {@code #} and the blank after it; rules are left out. */
    static Prose of(List<String> lines) {
        Reader reader = new Reader();
        lines.forEach(reader::read);
        reader.endBlock();
        return new Prose(reader.blocks);
    }

    /** Whether a line is only an ornament, as {@code ====}. */
    static boolean isRule(String line) {
        return RULE.matcher(line.strip()).matches();
    }

    Prose and(Prose more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(more.blocks);
        return new Prose(all);
    }

    /** On one line, for a cell of a table. */
    String inline() {
        return blocks.stream()
                .map(block -> block.lines().stream()
                        .map(String::strip)
                        .map(Markdown::text)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
    }

    void writeTo(Markdown out) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            switch (block.style()) {
                case PARAGRAPH -> out.paragraph(Markdown.text(block.lines().get(0)));
                case ITEM -> out.item(
                        Markdown.text(block.lines().get(0)),
                        i + 1 == blocks.size() || blocks.get(i + 1).style() != Style.ITEM);
                case PREFORMATTED -> out.fence("text", String.join("\n", block.lines()));
            }
        }
    }

    private static final class Reader {
        private final List<Block> blocks = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private Style style = Style.PARAGRAPH;

        void read(String line) {
            if (line.isBlank() || isRule(line)) {
                endBlock();
            } else if (line.startsWith(BULLET)) {
                begin(Style.ITEM, line.substring(BULLET.length()));
            } else if (line.startsWith(INDENT) && (lines.isEmpty() || style != Style.ITEM)) {
                continueOrBegin(Style.PREFORMATTED, line);
            } else if (!lines.isEmpty() && style == Style.ITEM && line.startsWith(INDENT)) {
                lines.add(line);
            } else {
                continueOrBegin(Style.PARAGRAPH, line);
            }
        }

        void endBlock() {
            if (lines.isEmpty()) {
                return;
            }
            blocks.add(new Block(
                    style,
                    style == Style.PREFORMATTED
                            ? withoutIndent(lines)
                            : List.of(lines.stream().map(String::strip).collect(Collectors.joining(" ")))));
            lines.clear();
        }

        private void continueOrBegin(Style wanted, String line) {
            if (style == wanted && !lines.isEmpty()) {
                lines.add(line);
            } else {
                begin(wanted, line);
            }
        }

        private void begin(Style wanted, String line) {
            endBlock();
            style = wanted;
            lines.add(line);
        }

        private static List<String> withoutIndent(List<String> lines) {
            int indent = lines.stream()
                    .mapToInt(line -> line.length() - line.stripLeading().length())
                    .min()
                    .orElse(0);
            return lines.stream()
                    .map(line -> line.substring(indent).stripTrailing())
                    .toList();
        }
    }
}
