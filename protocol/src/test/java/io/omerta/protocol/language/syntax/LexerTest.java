package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.Comment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    a_1 _b Zz             | IDENTIFIER IDENTIFIER IDENTIFIER END
                    1 1.5 007             | NUMBER NUMBER NUMBER END
                    -1                    | MINUS NUMBER END
                    1. .5                 | NUMBER DOT DOT NUMBER END
                    1.5.2                 | NUMBER DOT NUMBER END
                    1e5                   | NUMBER IDENTIFIER END
                    "a # b" "é	"         | STRING STRING END
                    when When             | WHEN IDENTIFIER END
                    if IF If              | IF IF IF END
                    nota not android      | IDENTIFIER NOT IDENTIFIER END
                    -> => == != <= >=     | ARROW FAT_ARROW EQUAL NOT_EQUAL LESS_EQUAL GREATER_EQUAL END
                    < > = + - * / ...     | LESS GREATER ASSIGN PLUS MINUS STAR SLASH ELLIPSIS END
                    a->b a=>b a==b        | IDENTIFIER ARROW IDENTIFIER IDENTIFIER FAT_ARROW IDENTIFIER IDENTIFIER EQUAL IDENTIFIER END
                    ( ) [ ] { } , . :     | LEFT_PAREN RIGHT_PAREN LEFT_BRACKET RIGHT_BRACKET LEFT_BRACE RIGHT_BRACE COMMA DOT COLON END
                    struct collect SEND   | IDENTIFIER IDENTIFIER IDENTIFIER END
                    """)
    void longestMatchesGiveTheTokens(String text, String kinds) {
        LexedSource lexed = lex(text);
        assertEquals(
                kinds, lexed.tokens().stream().map(token -> token.kind().name()).collect(Collectors.joining(" ")));
        assertEquals(List.of(), lexed.diagnostics());
    }

    @Test
    void tokensSpanTheirText() {
        Source source = Source.of("x.omt", "a ->\r\n\t\"b c\" # d\n12.5");
        for (Token token : Lexer.lex(source).tokens()) {
            assertEquals(token.text(), token.span().text());
        }
    }

    @Test
    void commentsKnowTheTokenBeforeThem() {
        List<Comment> comments = lex("# one\na # two \n\n  # three").comments();
        assertEquals(
                List.of("# one", "# two", "# three"),
                comments.stream().map(Comment::text).toList());
        assertEquals(
                List.of(true, false, true),
                comments.stream().map(Comment::ownLine).toList());
        assertTrue(comments.get(1).trails(7));
    }

    @Test
    void aCommentAfterAnotherLineFeedStandsOnItsOwnLine() {
        for (String end : List.of("\n", "\r", "\r\n")) {
            assertTrue(lex("a" + end + "# b").comments().get(0).ownLine());
        }
    }

    @Test
    void operatorsOfOtherLanguagesStandAsOurs() {
        assertEquals(
                List.of(
                        TokenKind.NOT,
                        TokenKind.IDENTIFIER,
                        TokenKind.AND,
                        TokenKind.OR,
                        TokenKind.SLASH,
                        TokenKind.END),
                lex("!a && || %").tokens().stream().map(Token::kind).toList());
    }

    @Test
    void equalStrayCharactersInARowAreToldOnce() {
        assertEquals(1, lex("a @@@@ b").diagnostics().size());
    }

    private static LexedSource lex(String text) {
        return Lexer.lex(Source.of("x.omt", text));
    }
}
