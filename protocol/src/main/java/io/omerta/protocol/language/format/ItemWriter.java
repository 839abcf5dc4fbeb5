package io.omerta.protocol.language.format;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Comment;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes items, each on its own lines, with their comments: those before an item stay before it, one at its end stays
 * there, and those in the midst of its head move before it. Of blank lines one is kept.
 */
final class ItemWriter {
    private final Lines lines = new Lines();
    private final CommentPlacement comments;
    private boolean first = true;

    ItemWriter(ProtocolFile file) {
        this.comments = new CommentPlacement(file);
    }

    Lines lines() {
        return lines;
    }

    /**
     * Writes an item and its comments.
     *
     * @param apart whether a blank line must part it from the item before
     * @param bodies the bodies that {@code write} writes
     */
    void item(Span span, boolean apart, List<Body<?>> bodies, Runnable write) {
        List<Comment> leading = comments.before(span.start());
        List<Comment> inHead = comments.inHead(span, bodies);
        boolean blank = comments.followsBlankLine(span.start());
        boolean anyBlank = blank
                || leading.stream()
                        .anyMatch(comment ->
                                comments.followsBlankLine(comment.span().start()));
        boolean insert = apart && !anyBlank;
        for (Comment comment : leading) {
            line(insert || comments.followsBlankLine(comment.span().start()));
            lines.append(comment.text());
            insert = false;
        }
        for (Comment comment : inHead) {
            line(insert || blank);
            lines.append(comment.text());
            insert = false;
            blank = false;
        }
        line(insert || blank);
        write.run();
        append(comments.trailing(span.end()));
    }

    /** Writes a body after its head. */
    <T> void body(Body<T> body, Consumer<T> write) {
        lines.append("(");
        Comment atOpening = comments.trailing(body.span().start() + 1);
        append(atOpening);
        boolean anyComment = atOpening != null || comments.anyWithin(body.span());
        if (!body.items().isEmpty() || anyComment) {
            first = true;
            lines.indent();
            body.forEach(write);
            remaining(body.span().end());
            lines.outdent();
            lines.begin();
        }
        lines.append(")");
        first = false;
    }

    /** Whether a comment left stands within a span. */
    boolean holdsComment(Span span) {
        return comments.anyWithin(span);
    }

    /** Writes the comments left before an offset, each on its line. */
    void remaining(int offset) {
        for (Comment comment : comments.before(offset)) {
            line(comments.followsBlankLine(comment.span().start()));
            lines.append(comment.text());
        }
    }

    private void line(boolean blank) {
        if (blank && !first) {
            lines.blankLine();
        }
        first = false;
        lines.begin();
    }

    private void append(@Nullable Comment comment) {
        if (comment != null) {
            lines.append("  " + comment.text());
        }
    }
}
