package io.omerta.protocol.language.generate;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Comment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What comments say of declarations and fields: the lines directly above, and the comment behind it on its line. Comments
 * are no part of a model, so they are read from the sources that its spans lie in.
 */
final class DeclarationComments {
    /** A line that is only an ornament. */
    private static final Pattern RULE = Pattern.compile("[=\\-*#~_]*");

    private final Map<Source, Lines> files = new LinkedHashMap<>();

    /**
     * The comment of something declared.
     *
     * @param declared its name, or all of it if it is on one line
     * @return lines without {@code #}, possibly none
     */
    List<String> of(Span declared) {
        Lines file = files.computeIfAbsent(declared.source(), Lines::read);
        Deque<String> lines = new ArrayDeque<>();
        int first = declared.startPosition().line();
        for (int line = first - 1; isProse(file.alone.get(line)); line--) {
            lines.addFirst(file.alone.getOrDefault(line, ""));
        }
        String behind = file.behind.get(declared.endPosition().line());
        if (isProse(behind)) {
            lines.addLast(String.valueOf(behind));
        }
        return new ArrayList<>(lines);
    }

    private static boolean isProse(@Nullable String text) {
        return text != null && !RULE.matcher(text).matches();
    }

    /**
     * The comments of one file by the number of their line.
     *
     * @param alone those with a line of their own
     * @param behind those that follow something on its line
     */
    private record Lines(Map<Integer, String> alone, Map<Integer, String> behind) {
        static Lines read(Source source) {
            Lines lines = new Lines(new TreeMap<>(), new TreeMap<>());
            for (Comment comment : Parser.parse(source).file().comments()) {
                int line = comment.span().startPosition().line();
                (comment.ownLine() ? lines.alone : lines.behind)
                        .put(line, comment.text().substring(1).strip());
            }
            return lines;
        }
    }
}
