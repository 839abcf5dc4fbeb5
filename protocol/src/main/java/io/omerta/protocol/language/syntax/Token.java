package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Span;

/**
 * A token.
 *
 * @param kind what it is
 * @param text as written; for strings with their quotes
 * @param span where it stands
 * @param faulty whether the lexer reported a fault in it, so that a fault right after it is likely its consequence
 */
public record Token(TokenKind kind, String text, Span span, boolean faulty) {
    /** The token as it stands in messages, shortened if long. */
    public String described() {
        if (kind == TokenKind.END) {
            return kind.described();
        }
        String shown = text.length() <= 40 ? text : text.substring(0, 37) + "...";
        return kind.isReservedWord() ? "the reserved word `" + shown + "`" : "`" + shown + "`";
    }

    /** Whether the token is a word, reserved or not. */
    boolean isWord() {
        return kind == TokenKind.IDENTIFIER || kind.isReservedWord();
    }
}
