package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a source into tokens by longest match. Total: every text gives tokens, and what is no token gives a diagnostic.
 *
 * <p>Operators of other languages are reported and stand in the token list as the nearest operator of this one, so that
 * the parser finds no further fault at the same place; other stray characters are reported and left out.
 */
public final class Lexer {
    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final DiagnosticLog diagnostics = new DiagnosticLog();
    private int offset;
    private int lineStart;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** All tokens and comments of a source. Never fails. */
    public static LexedSource lex(Source source) {
        Lexer lexer = new Lexer(source);
        lexer.run();
        return new LexedSource(lexer.tokens, lexer.comments, lexer.diagnostics.sorted());
    }

    private void run() {
        while (offset < text.length()) {
            int c = text.codePointAt(offset);
            if (c == '\n' || c == '\r') {
                offset++;
                lineStart = offset;
            } else if (c == ' ' || c == '\t') {
                offset++;
            } else if (c == '#') {
                comment();
            } else if (c == '"') {
                string();
            } else if (isDigit(c)) {
                number();
            } else if (isWordStart(c) || isForeignLetter(c)) {
                word();
            } else {
                punctuation();
            }
        }
        add(TokenKind.END, offset, false);
    }

    private void comment() {
        int end = endOfLine();
        int anchor = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).span().end();
        boolean ownLine = tokens.isEmpty() || anchor <= lineStart;
        comments.add(new Comment(source.span(offset, end), anchor, ownLine));
        offset = end;
    }

    private void string() {
        int end = endOfLine();
        int close = text.indexOf('"', offset + 1);
        if (close >= 0 && close < end) {
            add(TokenKind.STRING, close + 1, false);
            return;
        }
        report(Code.S02, end, "the string is not closed; it must end with `\"` on the line where it begins", null);
        add(TokenKind.STRING, end, true);
    }

    private void number() {
        int end = digitsEnd(offset);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = digitsEnd(end + 1);
        }
        addBounded(TokenKind.NUMBER, end, "number");
    }

    private void word() {
        int end = offset;
        boolean ascii = true;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!isWordPart(codePoint) && !isForeignLetter(codePoint)) {
                break;
            }
            ascii &= codePoint < 0x80;
            end += Character.charCount(codePoint);
        }
        if (!ascii) {
            report(Code.S01, end, "a name may hold only the letters A to Z and a to z, digits and `_`", null);
            add(TokenKind.IDENTIFIER, end, true);
            return;
        }
        boolean tooLong = end - offset > Limits.MAX_WORD_CHARS;
        addBounded(tooLong ? TokenKind.IDENTIFIER : TokenKind.ofWord(text.substring(offset, end)), end, "name");
    }

    private void addBounded(TokenKind kind, int end, String what) {
        boolean tooLong = end - offset > Limits.MAX_WORD_CHARS;
        if (tooLong) {
            report(
                    Code.S11,
                    end,
                    "the " + what + " has " + (end - offset) + " characters, but at most " + Limits.MAX_WORD_CHARS
                            + " are allowed",
                    null);
        }
        add(kind, end, tooLong);
    }

    private void punctuation() {
        if (text.startsWith("//", offset)) {
            int end = endOfLine();
            Span slashes = source.span(offset, offset + 2);
            diagnostics.add(Diagnostic.of(Code.S01, slashes, "a comment begins with `#`")
                    .withFix(Fix.replace("write `#`", slashes, "#")));
            offset = end;
            return;
        }
        TokenKind kind = TokenKind.punctuationAt(text, offset);
        if (kind != null) {
            add(kind, offset + kind.text().length(), false);
            return;
        }
        foreign();
    }

    private void foreign() {
        for (ForeignOperator operator : ForeignOperator.values()) {
            if (text.startsWith(operator.text, offset)) {
                int end = offset + operator.text.length();
                String word = operator.meant.text();
                report(
                        Code.S01,
                        end,
                        "`" + operator.text + "` is not an operator here; write `" + word + "`",
                        spaced(word, end));
                add(operator.meant, end, true);
                return;
            }
        }
        stray();
    }

    /** A word that replaces an operator, parted from the names that the operator touches. */
    private String spaced(String word, int end) {
        boolean touchesBefore = offset > 0 && isWordPart(text.charAt(offset - 1));
        boolean touchesAfter = end < text.length() && isWordPart(text.charAt(end));
        return (touchesBefore ? " " : "") + word + (touchesAfter ? " " : "");
    }

    private void stray() {
        int codePoint = text.codePointAt(offset);
        int end = offset;
        while (end < text.length() && text.codePointAt(end) == codePoint) {
            end += Character.charCount(codePoint);
        }
        if (codePoint == ';') {
            report(Code.S01, end, "`;` is not used: nothing separates statements, actions and fields", "");
        } else if (codePoint == '%') {
            report(Code.S01, end, "there is no remainder operator `%`; the operators are `+`, `-`, `*` and `/`", null);
            add(TokenKind.SLASH, end, true);
        } else {
            report(Code.S01, end, described(codePoint) + " is not part of the language outside strings", null);
        }
        offset = end;
    }

    private static String described(int codePoint) {
        String number = "U+" + String.format(Locale.ROOT, "%04X", codePoint);
        boolean visible = codePoint > ' ' && Character.isDefined(codePoint) && !Character.isISOControl(codePoint);
        return visible ? "`" + Character.toString(codePoint) + "` (" + number + ")" : "the character " + number;
    }

    private void add(TokenKind kind, int end, boolean faulty) {
        tokens.add(new Token(kind, text.substring(offset, end), source.span(offset, end), faulty));
        offset = end;
    }

    private void report(Code code, int end, String message, @Nullable String replacement) {
        Span span = source.span(offset, end);
        Diagnostic diagnostic = Diagnostic.of(code, span, message);
        if (replacement != null) {
            String description = replacement.isEmpty() ? "delete it" : "write `" + replacement.strip() + "`";
            diagnostic = diagnostic.withFix(Fix.replace(description, span, replacement));
        }
        diagnostics.add(diagnostic);
    }

    private int endOfLine() {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isWordPart(int c) {
        return isWordStart(c) || isDigit(c);
    }

    /** Letters of other alphabets belong to the word they stand in, so that one name gives one fault. */
    private static boolean isForeignLetter(int c) {
        return c >= 0x80 && Character.isLetterOrDigit(c);
    }

    /** Operators that people bring from other languages; a longer one stands before its own beginning. */
    private enum ForeignOperator {
        DOUBLE_AMPERSAND("&&", TokenKind.AND),
        AMPERSAND("&", TokenKind.AND),
        DOUBLE_BAR("||", TokenKind.OR),
        BAR("|", TokenKind.OR),
        EXCLAMATION("!", TokenKind.NOT);

        private final String text;
        private final TokenKind meant;

        ForeignOperator(String text, TokenKind meant) {
            this.text = text;
            this.meant = meant;
        }
    }
}
