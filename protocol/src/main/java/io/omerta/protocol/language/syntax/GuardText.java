package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Source;

/** How the parser would read an expression that is written as a guard. */
public final class GuardText {
    private GuardText() {}

    /**
     * Whether a call in the expression would be read as the action block of the transition, as in {@code when f()}.
     * Such a guard needs parentheses around it.
     *
     * @param expression the text of an expression without fault
     */
    public static boolean readsAsActions(String expression) {
        Source source = Source.of("guard", expression);
        TokenCursor cursor = new TokenCursor(source, Lexer.lex(source).tokens(), new DiagnosticLog());
        Lookahead lookahead = new Lookahead(cursor);
        while (!cursor.at(TokenKind.END)) {
            if (cursor.bracketDepth() == 0 && lookahead.actionBlock()) {
                return true;
            }
            cursor.advance();
        }
        return false;
    }
}
