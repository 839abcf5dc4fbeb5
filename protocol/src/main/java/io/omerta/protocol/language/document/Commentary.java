package io.omerta.protocol.language.document;

import io.omerta.protocol.language.source.Position;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Comment;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the comments of a file speak of. Comments directly above an item, and the one behind it, are its own. What
 * stands apart before the first declaration introduces the file, and after a banner the section; what stands apart
 * elsewhere is a remark for readers of the source.
 */
final class Commentary {
    private final Source source;

    /** Comments with a line of their own, by line. */
    private final NavigableMap<Integer, Comment> ownLines = new TreeMap<>();

    /** What stands behind a token, by the offset of the token's end. */
    private final Map<Integer, List<String>> behind = new TreeMap<>();

    private final List<Integer> declarationLines;
    private final List<Banner> banners = new ArrayList<>();

    Commentary(ProtocolFile file) {
        this.source = file.source();
        this.declarationLines = file.declarations().stream()
                .map(declaration -> declaration.span().startPosition().line())
                .toList();
        placeComments(file.comments());
        for (int line : ownLines.keySet()) {
            if (isBanner(line) && isBetween(file.declarations(), source.line(line))) {
                banners.add(new Banner(
                        title(content(line + 1)),
                        Prose.of(contents(line + 3, lastApart(line))),
                        source.line(line + 2).end()));
            }
        }
    }

    /** A comment on the line below one behind a token, and in its column, continues that one. */
    private void placeComments(List<Comment> comments) {
        List<String> open = new ArrayList<>();
        int line = -1;
        int column = -1;
        for (Comment comment : comments) {
            Position start = comment.span().startPosition();
            if (!comment.ownLine()) {
                open = new ArrayList<>(List.of(content(comment)));
                behind.put(comment.anchor(), open);
                column = start.column();
                line = start.line();
            } else if (start.line() == line + 1 && start.column() == column) {
                open.add(content(comment));
                line++;
            } else {
                ownLines.put(start.line(), comment);
            }
        }
    }

    /** What introduces the file: comments apart, before the first declaration and the first banner. */
    Prose opening() {
        return Prose.of(contents(1, lastApart(0)));
    }

    /** What is said of an item: directly above it, and behind it. */
    Prose of(Span item) {
        int line = item.startPosition().line();
        int from = line;
        while (ownLines.containsKey(from - 1) && !isRuleLine(from - 1)) {
            from--;
        }
        return Prose.of(contents(from, line - 1)).and(behind(item.end()));
    }

    /** What is said of an item with a body: directly above it, behind its opening parenthesis, and at its end. */
    Prose of(Span item, Span body) {
        Prose above = of(item);
        return body.start() < body.end() && body.start() + 1 != item.end()
                ? above.and(behind(body.start() + 1))
                : above;
    }

    /** The last banner before an item, or null. */
    @Nullable
    Banner bannerOf(Span item) {
        @Nullable Banner last = null;
        for (Banner banner : banners) {
            if (banner.end() <= item.start()) {
                last = banner;
            }
        }
        return last;
    }

    private Prose behind(int offset) {
        return Prose.of(behind.getOrDefault(offset, List.of()));
    }

    private boolean isBanner(int line) {
        return isRuleLine(line)
                && ownLines.containsKey(line + 1)
                && !isRuleLine(line + 1)
                && !content(line + 1).isBlank()
                && isRuleLine(line + 2);
    }

    private static boolean isBetween(List<Declaration> declarations, Span line) {
        return declarations.stream().noneMatch(declaration -> declaration.span().contains(line));
    }

    private boolean isRuleLine(int line) {
        return ownLines.containsKey(line) && Prose.isRule(content(line));
    }

    /** The last line before the next declaration that is not of the comment directly above it. */
    private int lastApart(int line) {
        int last = declarationLines.stream()
                .filter(declaration -> declaration > line)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        do {
            last--;
        } while (ownLines.containsKey(last) && !isRuleLine(last));
        return last;
    }

    /** What comments on their own lines say; lines without a comment part paragraphs, a banner ends it. */
    private List<String> contents(int from, int to) {
        List<String> lines = new ArrayList<>();
        int expected = from;
        for (int line : ownLines.tailMap(from).keySet()) {
            if (line > to || isBanner(line)) {
                break;
            }
            if (line != expected) {
                lines.add("");
            }
            lines.add(content(line));
            expected = line + 1;
        }
        return lines;
    }

    private String content(int line) {
        Comment comment = ownLines.get(line);
        return comment == null ? "" : content(comment);
    }

    private static String content(Comment comment) {
        String text = comment.text().substring(1);
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** {@code LOCK MESSAGES (version 2)} becomes {@code Lock messages}. */
    private static String title(String banner) {
        String title = banner.replaceAll("\\([^)]*\\)", "").strip();
        boolean shouted = title.equals(title.toUpperCase(Locale.ROOT)) && title.indexOf('_') < 0;
        return shouted && title.length() > 1
                ? title.substring(0, 1) + title.substring(1).toLowerCase(Locale.ROOT)
                : title;
    }
}
