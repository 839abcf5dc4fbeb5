package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The token list with a place in it, the bracket depth of that place, and the recovery after faults.
 *
 * <p>A fault is either noted, and parsing goes on as if the text were right, or thrown, and parsing goes on at the next
 * item of the innermost list. Of two thrown faults at one token only the first is told.
 */
final class TokenCursor {
    private final Source source;
    private final List<Token> tokens;
    private final DiagnosticLog diagnostics;
    private int index;
    private int bracketDepth;
    private int nesting;
    private int faultIndex = -1;
    private BooleanSupplier itemStarts = () -> false;

    TokenCursor(Source source, List<Token> tokens, DiagnosticLog diagnostics) {
        this.source = source;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    Token peek() {
        return tokens.get(index);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    boolean at(int ahead, TokenKind kind) {
        return peek(ahead).kind() == kind;
    }

    /** Whether the next token is a word that is not reserved but has a meaning at this place. */
    boolean atWord(String word) {
        return at(TokenKind.IDENTIFIER) && peek().text().equals(word);
    }

    /** Offset of the next token. */
    int offset() {
        return peek().span().start();
    }

    /** From an offset to the end of the last token taken. */
    Span since(int start) {
        return source.span(start, Math.max(start, endOfPrevious()));
    }

    /** The last token taken, for messages. */
    String previousDescribed() {
        return index == 0 ? "the start of the file" : tokens.get(index - 1).described();
    }

    private int endOfPrevious() {
        return index == 0 ? 0 : tokens.get(index - 1).span().end();
    }

    /** The next token; at the end of the file, the place after the last one. */
    Span here() {
        return at(TokenKind.END) ? source.span(endOfPrevious(), endOfPrevious()) : peek().span();
    }

    Token advance() {
        Token token = peek();
        switch (token.kind()) {
            case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> bracketDepth++;
            case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> bracketDepth--;
            default -> {}
        }
        if (token.kind() != TokenKind.END) {
            index++;
        }
        return token;
    }

    boolean accept(TokenKind kind) {
        if (at(kind)) {
            advance();
            return true;
        }
        return false;
    }

    boolean acceptWord(String word) {
        if (atWord(word)) {
            advance();
            return true;
        }
        return false;
    }

    /**
     * Takes a token that must stand here.
     *
     * @param place where it is missing, for the message: "after the name of the state"
     */
    Token expect(TokenKind kind, String place) {
        if (!at(kind)) {
            throw fault(Code.S01, kind.described() + " is expected " + place);
        }
        return advance();
    }

    /** Takes a name that refers to something. */
    Name name(String what) {
        if (!at(TokenKind.IDENTIFIER)) {
            throw fault(Code.S01, what + " is expected");
        }
        return anyName();
    }

    /**
     * Takes a name that is being declared. Reserved words are taken too: they are told by the checker, which tells all
     * reserved names in one way.
     */
    Name declaredName(String what) {
        if (!peek().isWord()) {
            throw fault(Code.S01, what + " is expected");
        }
        return anyName();
    }

    /** Takes the next token, whatever it is, as a name. */
    Name anyName() {
        Token token = advance();
        return new Name(token.text(), token.span());
    }

    /** Closes a bracket, or goes on as if it were closed where the next item of the list around it begins. */
    void close(TokenKind kind, Token open, String expected) {
        if (accept(kind)) {
            return;
        }
        SyntaxFault fault = fault(notClosed(open, expected));
        if (!itemStarts.getAsBoolean()) {
            throw fault;
        }
        bracketDepth--;
    }

    /** Notes a fault and goes on. */
    void note(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Notes that something must go, and takes it. */
    void noteSuperfluous(Code code, String message) {
        note(Diagnostic.of(code, here(), message).withFix(Fix.replace("delete it", here(), "")));
        advance();
    }

    /** Reports that the next token is wrong; throw the result. */
    SyntaxFault fault(Code code, String message) {
        return fault(Diagnostic.of(code, here(), message + ", but found " + peek().described()));
    }

    /** Reports a fault at the next token, unless it follows from one reported before; throw the result. */
    SyntaxFault fault(Diagnostic diagnostic) {
        boolean consequence =
                peek().faulty() || (index > 0 && tokens.get(index - 1).faulty());
        if (index != faultIndex && !consequence) {
            diagnostics.add(diagnostic);
        }
        faultIndex = index;
        return new SyntaxFault();
    }

    private Diagnostic notClosed(Token open, String expected) {
        return Diagnostic.of(Code.S01, here(), expected + " is expected, but found " + peek().described())
                .withRelated(open.span(), "`" + open.text() + "` is opened here");
    }

    /** Goes one level deeper; the level is left by {@link #leave} or by the recovery after a fault. */
    void enter() {
        if (nesting >= Limits.MAX_DEPTH) {
            throw tooDeep();
        }
        nesting++;
    }

    void leave() {
        nesting--;
    }

    SyntaxFault tooDeep() {
        return fault(Diagnostic.of(
                Code.S11,
                here(),
                "nested or chained more than " + Limits.MAX_DEPTH + " levels deep; use variables or functions"));
    }

    /** Parses a list in parentheses to its end, through all faults in it. */
    <T> Body<T> body(ItemRule<T> rule) {
        int start = offset();
        Token open = expect(TokenKind.LEFT_PAREN, "before the content of " + rule.what());
        int depth = bracketDepth;
        int nestingOutside = nesting;
        BooleanSupplier itemStartsOutside = itemStarts;
        itemStarts = rule.starts();
        List<T> items = new ArrayList<>();
        while (!at(TokenKind.RIGHT_PAREN)) {
            if (at(TokenKind.END) || rule.startsOutside().getAsBoolean()) {
                fault(notClosed(open, "`)` at the end of " + rule.what()));
                break;
            }
            int before = index;
            try {
                items.add(rule.item().get());
            } catch (SyntaxFault reported) {
                nesting = nestingOutside;
                recover(rule, depth, before);
            }
            if (at(TokenKind.COMMA)) {
                noteSuperfluous(Code.S01, "nothing separates the parts of " + rule.what());
            }
        }
        accept(TokenKind.RIGHT_PAREN);
        bracketDepth = depth - 1;
        itemStarts = itemStartsOutside;
        return new Body<>(items, since(start));
    }

    /** A list that is left out. */
    <T> Body<T> noBody() {
        return new Body<>(List.of(), source.span(endOfPrevious(), endOfPrevious()));
    }

    private void recover(ItemRule<?> rule, int depth, int before) {
        while (!at(TokenKind.END) && !rule.startsOutside().getAsBoolean()) {
            boolean inside = bracketDepth <= depth;
            if (inside && at(TokenKind.RIGHT_PAREN)) {
                return;
            }
            if (inside && index > before && rule.starts().getAsBoolean()) {
                return;
            }
            skip();
        }
    }

    /** Skips to where a condition holds, or to the end of the file. */
    void skipUntil(BooleanSupplier condition) {
        while (!at(TokenKind.END) && !condition.getAsBoolean()) {
            skip();
        }
    }

    /** Skips one token, and with a dot the name behind it, which may be any word. */
    private void skip() {
        if (advance().kind() == TokenKind.DOT && peek().isWord()) {
            advance();
        }
    }

    /** Brackets open at this place. */
    int bracketDepth() {
        return bracketDepth;
    }

    /** Levels of nesting at this place. */
    int nesting() {
        return nesting;
    }

    /** Goes on after a fault as at an earlier place. */
    void restore(int earlierBracketDepth, int earlierNesting) {
        bracketDepth = earlierBracketDepth;
        nesting = earlierNesting;
    }
}
