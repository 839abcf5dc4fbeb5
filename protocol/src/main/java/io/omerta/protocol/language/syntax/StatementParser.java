package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Statement;
import java.util.List;

/** Bodies of functions. */
final class StatementParser {
    private final TokenCursor cursor;
    private final Lookahead lookahead;
    private final ExpressionParser expressions;

    StatementParser(TokenCursor cursor, Lookahead lookahead, ExpressionParser expressions) {
        this.cursor = cursor;
        this.lookahead = lookahead;
        this.expressions = expressions;
    }

    /** {@code ( statement ... )}, at least one. */
    Body<Statement> body(String what) {
        if (cursor.at(TokenKind.LEFT_PAREN) && cursor.at(1, TokenKind.RIGHT_PAREN)) {
            int start = cursor.offset();
            cursor.advance();
            cursor.advance();
            cursor.note(Diagnostic.of(
                    Code.S05, cursor.since(start), what + " holds no statement; a function ends with `RETURN value`"));
            return new Body<>(List.of(), cursor.since(start));
        }
        cursor.enter();
        Body<Statement> body =
                cursor.body(new ItemRule<>(what, this::statement, lookahead::statement, lookahead::declaration));
        cursor.leave();
        return body;
    }

    private Statement statement() {
        int start = cursor.offset();
        switch (cursor.peek().kind()) {
            case RETURN -> {
                cursor.advance();
                Expression value = value();
                return new Statement.Return(value, cursor.since(start));
            }
            case FOR -> {
                return forEach();
            }
            case LEFT_PAREN -> {
                Body<Statement> body = body("the block");
                return new Statement.Block(body, cursor.since(start));
            }
            case IF -> throw ifStatement();
            default -> {
                return assignment();
            }
        }
    }

    private Statement forEach() {
        int start = cursor.offset();
        cursor.advance();
        Name variable = cursor.name("the name of the loop's variable");
        cursor.expect(TokenKind.IN, "after the loop's variable");
        Expression iterable = value();
        Body<Statement> body;
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            body = body("the loop");
        } else {
            cursor.enter();
            Statement only = statement();
            cursor.leave();
            body = new Body<>(List.of(only), only.span());
        }
        return new Statement.ForEach(variable, iterable, body, cursor.since(start));
    }

    private Statement assignment() {
        int start = cursor.offset();
        if (!cursor.at(TokenKind.IDENTIFIER)) {
            throw cursor.fault(Code.S01, "a statement is expected: `name = value`, `FOR`, `RETURN` or `(`");
        }
        Name target = cursor.anyName();
        if (cursor.at(TokenKind.LEFT_BRACKET)) {
            Token open = cursor.advance();
            Expression index = expressions.expression();
            cursor.close(TokenKind.RIGHT_BRACKET, open, "`]` after the index");
            cursor.expect(TokenKind.ASSIGN, "after the element to assign");
            Expression value = value();
            return new Statement.AssignElement(target, index, value, cursor.since(start));
        }
        cursor.expect(TokenKind.ASSIGN, "after the name `" + target + "`");
        Expression value = value();
        return new Statement.Assign(target, value, cursor.since(start));
    }

    private Expression value() {
        return expressions.expressionBefore(lookahead::statementBlock);
    }

    /** Skips what belongs to the {@code IF}: its branches may hold what looks like statements. */
    private SyntaxFault ifStatement() {
        SyntaxFault fault = cursor.fault(Diagnostic.of(
                Code.S10,
                cursor.here(),
                "`IF` is an expression, not a statement; write `name = IF condition THEN value ELSE value`"));
        int depth = cursor.bracketDepth();
        cursor.advance();
        cursor.skipUntil(() -> lookahead.declaration()
                || (cursor.bracketDepth() <= depth
                        && (cursor.at(TokenKind.RETURN)
                                || cursor.at(TokenKind.FOR)
                                || cursor.at(TokenKind.RIGHT_PAREN))));
        return fault;
    }
}
