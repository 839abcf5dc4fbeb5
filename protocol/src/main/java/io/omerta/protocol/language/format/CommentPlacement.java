package io.omerta.protocol.language.format;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Comment;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hands out the comments of a file, each once, to the item that they are to be written with. */
final class CommentPlacement {
    private final String text;
    private final List<Comment> comments;
    private final boolean[] taken;
    private int firstLeft;

    CommentPlacement(ProtocolFile file) {
        this.text = file.source().text();
        this.comments = file.comments();
        this.taken = new boolean[comments.size()];
    }

    /** The comments left before an offset. */
    List<Comment> before(int offset) {
        return take(offset, comment -> true);
    }

    /** The comments within an item that are in none of its bodies: in its head, or between its bodies. */
    List<Comment> inHead(Span item, List<Body<?>> bodies) {
        return take(item.end(), comment -> bodies.stream()
                .noneMatch(body -> body.span().contains(comment.span())));
    }

    /** The comment that follows, on its line, the token that ends at an offset. */
    @Nullable
    Comment trailing(int offset) {
        for (int i = firstLeft; i < comments.size() && comments.get(i).anchor() <= offset; i++) {
            if (!taken[i] && comments.get(i).trails(offset)) {
                taken[i] = true;
                return comments.get(i);
            }
        }
        return null;
    }

    /** Whether a comment left stands within a span. */
    boolean anyWithin(Span span) {
        for (int i = firstLeft; i < comments.size() && comments.get(i).anchor() <= span.end(); i++) {
            if (!taken[i] && span.contains(comments.get(i).span())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a blank line stands right before an offset. */
    boolean followsBlankLine(int offset) {
        int lines = 0;
        for (int i = offset - 1; i >= 0 && Character.isWhitespace(text.charAt(i)); i--) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                lines++;
            }
        }
        return lines > 1;
    }

    private List<Comment> take(int end, Predicate<Comment> wanted) {
        List<Comment> found = new ArrayList<>();
        for (int i = firstLeft; i < comments.size() && comments.get(i).span().start() < end; i++) {
            if (!taken[i] && wanted.test(comments.get(i))) {
                taken[i] = true;
                found.add(comments.get(i));
            }
        }
        while (firstLeft < comments.size() && taken[firstLeft]) {
            firstLeft++;
        }
        return found;
    }
}
