package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import org.jspecify.annotations.Nullable;

/** What makes a transition fire. */
final class EventParser {
    /** Not reserved: a message may be called so, and is meant unless an argument follows in parentheses. */
    private static final String TIMEOUT = "timeout";

    private final TokenCursor cursor;
    private final Lookahead lookahead;
    private final ExpressionParser expressions;

    EventParser(TokenCursor cursor, Lookahead lookahead, ExpressionParser expressions) {
        this.cursor = cursor;
        this.lookahead = lookahead;
        this.expressions = expressions;
    }

    /**
     * The event of a transition.
     *
     * @param transition offset where the transition begins
     */
    Event event(int transition) {
        int start = cursor.offset();
        if (cursor.accept(TokenKind.AUTO)) {
            return new Event.Auto(cursor.since(start));
        }
        if (cursor.atWord("collect")) {
            return collect();
        }
        if (!cursor.accept(TokenKind.ON)) {
            Span head = cursor.since(transition);
            throw cursor.fault(Diagnostic.of(
                    Code.S03,
                    head,
                    "`" + head.text()
                            + "` has no event: `auto`, `on MESSAGE`, `on timeout(PARAMETER)` or `collect ...`"));
        }
        if (cursor.atWord(TIMEOUT) && cursor.at(1, TokenKind.LEFT_PAREN) && !lookahead.action(2)) {
            return timeout(start);
        }
        if (!cursor.at(TokenKind.IDENTIFIER)) {
            throw cursor.fault(Code.S03, "a message, a trigger or `timeout(PARAMETER)` is expected after `on`");
        }
        Name name = cursor.anyName();
        return new Event.On(name, cursor.since(start));
    }

    private Event timeout(int start) {
        cursor.advance();
        Token open = cursor.advance();
        if (cursor.at(TokenKind.IDENTIFIER) && cursor.at(1, TokenKind.RIGHT_PAREN)) {
            Name parameter = cursor.anyName();
            cursor.advance();
            return new Event.Timeout(parameter, cursor.since(start));
        }
        @Nullable Expression value = cursor.at(TokenKind.RIGHT_PAREN) ? null : expressions.expression();
        cursor.close(TokenKind.RIGHT_PAREN, open, "`)` after the timeout's parameter");
        Span argument = value == null ? cursor.since(open.span().start()) : value.span();
        cursor.note(Diagnostic.of(
                Code.S09,
                argument,
                "a timeout names a parameter: declare `NAME = 30 seconds` and write `on timeout(NAME)`"));
        return new Event.Timeout(new Name("", argument), cursor.since(start));
    }

    private Event collect() {
        int start = cursor.offset();
        cursor.advance();
        Name message = cursor.name("the name of a message");
        cursor.expect(TokenKind.FROM, "after the collected message");
        Name members = cursor.name("the name of a list of peers");
        word("until", "after the list of peers");
        Expression threshold = expressions.expression();
        cursor.expect(TokenKind.BY, "after the number of members");
        Name voter = cursor.name("the field that names the sender");
        @Nullable Expression agreement = cursor.accept(TokenKind.ON) ? expressions.expression() : null;
        @Nullable Expression condition = cursor.acceptWord("where") ? expressions.expression() : null;
        word("into", "before the list that gathers the messages");
        Name votes = cursor.name("the name of a list");
        return new Event.Collect(message, members, threshold, voter, agreement, condition, votes, cursor.since(start));
    }

    private void word(String word, String place) {
        if (!cursor.acceptWord(word)) {
            throw cursor.fault(Code.S01, "`" + word + "` is expected " + place);
        }
    }
}
