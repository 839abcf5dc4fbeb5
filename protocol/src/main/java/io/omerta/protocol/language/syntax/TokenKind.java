package io.omerta.protocol.language.syntax;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token is. Words that the grammar needs are kinds of their own and reserved; the words of later additions
 * ({@code struct}, {@code collect}, {@code defer} and so on) are identifiers that the parser knows by their place, so
 * that no published program loses a name to them.
 */
public enum TokenKind {
    IDENTIFIER("a name", Group.OTHER),
    NUMBER("a number", Group.OTHER),
    STRING("a string", Group.OTHER),
    END("the end of the file", Group.OTHER),

    TRANSACTION("transaction", Group.WORD),
    IMPORTS("imports", Group.WORD),
    PARAMETERS("parameters", Group.WORD),
    ENUM("enum", Group.WORD),
    MESSAGE("message", Group.WORD),
    FROM("from", Group.WORD),
    TO("to", Group.WORD),
    SIGNED("signed", Group.WORD),
    BLOCK("block", Group.WORD),
    BY("by", Group.WORD),
    ACTOR("actor", Group.WORD),
    STORE("store", Group.WORD),
    TRIGGER("trigger", Group.WORD),
    STATE("state", Group.WORD),
    INITIAL("initial", Group.WORD),
    TERMINAL("terminal", Group.WORD),
    AUTO("auto", Group.WORD),
    ON("on", Group.WORD),
    WHEN("when", Group.WORD),
    LOOKUP("lookup", Group.WORD),
    FUNCTION("function", Group.WORD),
    NATIVE("native", Group.WORD),

    RETURN("return", Group.WORD_OF_ANY_CASE),
    FOR("for", Group.WORD_OF_ANY_CASE),
    IN("in", Group.WORD_OF_ANY_CASE),
    IF("if", Group.WORD_OF_ANY_CASE),
    THEN("then", Group.WORD_OF_ANY_CASE),
    ELSE("else", Group.WORD_OF_ANY_CASE),
    AND("and", Group.WORD_OF_ANY_CASE),
    OR("or", Group.WORD_OF_ANY_CASE),
    NOT("not", Group.WORD_OF_ANY_CASE),
    TRUE("true", Group.WORD_OF_ANY_CASE),
    FALSE("false", Group.WORD_OF_ANY_CASE),
    NULL("null", Group.WORD_OF_ANY_CASE),

    LEFT_PAREN("(", Group.PUNCTUATION),
    RIGHT_PAREN(")", Group.PUNCTUATION),
    LEFT_BRACKET("[", Group.PUNCTUATION),
    RIGHT_BRACKET("]", Group.PUNCTUATION),
    LEFT_BRACE("{", Group.PUNCTUATION),
    RIGHT_BRACE("}", Group.PUNCTUATION),
    COMMA(",", Group.PUNCTUATION),
    DOT(".", Group.PUNCTUATION),
    ELLIPSIS("...", Group.PUNCTUATION),
    ASSIGN("=", Group.PUNCTUATION),
    ARROW("->", Group.PUNCTUATION),
    FAT_ARROW("=>", Group.PUNCTUATION),
    EQUAL("==", Group.PUNCTUATION),
    NOT_EQUAL("!=", Group.PUNCTUATION),
    LESS("<", Group.PUNCTUATION),
    GREATER(">", Group.PUNCTUATION),
    LESS_EQUAL("<=", Group.PUNCTUATION),
    GREATER_EQUAL(">=", Group.PUNCTUATION),
    PLUS("+", Group.PUNCTUATION),
    MINUS("-", Group.PUNCTUATION),
    STAR("*", Group.PUNCTUATION),
    SLASH("/", Group.PUNCTUATION),
    /** Not part of the language; kept as a token because people write it in struct literals. */
    COLON(":", Group.PUNCTUATION);

    private static final int LONGEST_WORD_OF_ANY_CASE = 6;
    private static final Map<String, TokenKind> EXACT_WORDS = words(Group.WORD);
    private static final Map<String, TokenKind> WORDS_OF_ANY_CASE = words(Group.WORD_OF_ANY_CASE);

    private final String text;
    private final Group group;

    TokenKind(String text, Group group) {
        this.text = text;
        this.group = group;
    }

    /** The reserved word or punctuation itself; a description for the kinds whose text varies. */
    public String text() {
        return text;
    }

    /** The kind as it stands in messages: {@code `when`}, "a name". */
    public String described() {
        return group == Group.OTHER ? text : "`" + text + "`";
    }

    /** Whether the kind is a reserved word. */
    public boolean isReservedWord() {
        return group == Group.WORD || group == Group.WORD_OF_ANY_CASE;
    }

    /** The kind of a word: a reserved one, else {@link #IDENTIFIER}. */
    static TokenKind ofWord(String word) {
        TokenKind exact = EXACT_WORDS.get(word);
        if (exact != null) {
            return exact;
        }
        if (word.length() > LONGEST_WORD_OF_ANY_CASE) {
            return IDENTIFIER;
        }
        TokenKind anyCase = WORDS_OF_ANY_CASE.get(word.toLowerCase(Locale.ROOT));
        return anyCase == null ? IDENTIFIER : anyCase;
    }

    /** The longest punctuation at an offset, or null. */
    static @Nullable TokenKind punctuationAt(String text, int offset) {
        char next = offset + 1 < text.length() ? text.charAt(offset + 1) : '\0';
        return switch (text.charAt(offset)) {
            case '(' -> LEFT_PAREN;
            case ')' -> RIGHT_PAREN;
            case '[' -> LEFT_BRACKET;
            case ']' -> RIGHT_BRACKET;
            case '{' -> LEFT_BRACE;
            case '}' -> RIGHT_BRACE;
            case ',' -> COMMA;
            case '.' -> text.startsWith("...", offset) ? ELLIPSIS : DOT;
            case '=' -> next == '=' ? EQUAL : next == '>' ? FAT_ARROW : ASSIGN;
            case '!' -> next == '=' ? NOT_EQUAL : null;
            case '<' -> next == '=' ? LESS_EQUAL : LESS;
            case '>' -> next == '=' ? GREATER_EQUAL : GREATER;
            case '+' -> PLUS;
            case '-' -> next == '>' ? ARROW : MINUS;
            case '*' -> STAR;
            case '/' -> SLASH;
            case ':' -> COLON;
            default -> null;
        };
    }

    private static Map<String, TokenKind> words(Group group) {
        Map<String, TokenKind> words = new LinkedHashMap<>();
        for (TokenKind kind : values()) {
            if (kind.group == group) {
                words.put(kind.text, kind);
            }
        }
        return words;
    }

    private enum Group {
        /** Kinds whose text varies. */
        OTHER,
        /** Reserved as written, in lower case. */
        WORD,
        /** Reserved however the letters are cased. */
        WORD_OF_ANY_CASE,
        PUNCTUATION
    }
}
