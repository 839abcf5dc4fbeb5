package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Comment;
import java.util.List;

/**
 * A source cut into tokens.
 *
 * @param tokens in order, the last one of kind {@link TokenKind#END}
 * @param comments in order
 * @param diagnostics lexical faults, in order
 */
public record LexedSource(List<Token> tokens, List<Comment> comments, List<Diagnostic> diagnostics) {
    /** Keeps its own copies of the lists. */
    public LexedSource {
        tokens = List.copyOf(tokens);
        comments = List.copyOf(comments);
        diagnostics = List.copyOf(diagnostics);
    }
}
