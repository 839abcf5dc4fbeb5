package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transition does. */
final class ActionParser {
    /** The actor's own chain as a target of {@code APPEND}; a reserved name, so no list is called so. */
    private static final String CHAIN = "chain";

    private final TokenCursor cursor;
    private final Lookahead lookahead;
    private final FieldParser fields;
    private final ExpressionParser expressions;

    ActionParser(TokenCursor cursor, Lookahead lookahead, FieldParser fields, ExpressionParser expressions) {
        this.cursor = cursor;
        this.lookahead = lookahead;
        this.fields = fields;
        this.expressions = expressions;
    }

    /** {@code ( action ... )}, or nothing. */
    Body<Action> optionalActions() {
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return cursor.noBody();
        }
        return cursor.body(new ItemRule<>(
                "the actions",
                this::action,
                lookahead::action,
                () -> lookahead.declaration() || lookahead.memberFromInside()));
    }

    private Action action() {
        int start = cursor.offset();
        if (!lookahead.action()) {
            throw noAction();
        }
        if (cursor.accept(TokenKind.STORE)) {
            List<Name> names = fields.names("a parameter or field to store");
            return new Action.StoreParameters(names, cursor.since(start));
        }
        if (cursor.accept(TokenKind.LOOKUP)) {
            Name target = cursor.name("the name of a variable");
            cursor.expect(TokenKind.ASSIGN, "after `lookup " + target + "`");
            Expression value = expressions.expression();
            return new Action.Lookup(target, value, cursor.since(start));
        }
        if (cursor.at(1, TokenKind.ASSIGN)) {
            Name target = cursor.anyName();
            cursor.advance();
            Expression value = expressions.expression();
            return new Action.Assign(target, value, cursor.since(start));
        }
        return verb();
    }

    private Action verb() {
        int start = cursor.offset();
        String verb = cursor.advance().text();
        Token open = cursor.advance();
        return switch (verb) {
            case "SEND" -> {
                Expression target = expressions.expression();
                comma("the target of `SEND`");
                Name message = cursor.name("the name of a message");
                Expression.@Nullable StructLiteral payload = payload();
                close(open);
                yield new Action.Send(target, message, payload, cursor.since(start));
            }
            case "BROADCAST" -> {
                Name recipients = cursor.name("the name of a list of peers");
                comma("the list of `BROADCAST`");
                Name message = cursor.name("the name of a message");
                Expression.@Nullable StructLiteral payload = payload();
                close(open);
                yield new Action.Broadcast(recipients, message, payload, cursor.since(start));
            }
            case "APPEND" -> {
                Name target = cursor.name("`chain` or the name of a list");
                comma("the target of `APPEND`");
                yield target.text().equals(CHAIN) ? appendBlock(open, start) : appendValue(target, open, start);
            }
            default -> {
                Name target = cursor.name("the name of a variable");
                comma("the variable of `STORE`");
                Expression value = expressions.expression();
                close(open);
                yield new Action.StoreValue(target, value, cursor.since(start));
            }
        };
    }

    private Action appendBlock(Token open, int start) {
        Name block = cursor.name("the name of a block");
        Expression.@Nullable StructLiteral payload = payload();
        close(open);
        return new Action.AppendBlock(block, payload, cursor.since(start));
    }

    private Action appendValue(Name target, Token open, int start) {
        Expression value = expressions.expression();
        close(open);
        return new Action.AppendValue(target, value, cursor.since(start));
    }

    private Expression.@Nullable StructLiteral payload() {
        return cursor.at(TokenKind.LEFT_BRACE) ? expressions.struct() : null;
    }

    private void comma(String after) {
        cursor.expect(TokenKind.COMMA, "after " + after);
    }

    private void close(Token open) {
        cursor.close(TokenKind.RIGHT_PAREN, open, "`)` at the end of the action");
    }

    private SyntaxFault noAction() {
        Token token = cursor.peek();
        Optional<String> verb = cursor.at(1, TokenKind.LEFT_PAREN)
                ? Spelling.suggest(token.text(), Lookahead.VERBS).stream().findFirst()
                : Optional.empty();
        if (token.kind() == TokenKind.IDENTIFIER && verb.isPresent()) {
            return cursor.fault(Diagnostic.of(
                            Code.S01,
                            token.span(),
                            "`" + token.text() + "` is no action; did you mean `" + verb.get() + "`?")
                    .withFix(Fix.replace("write `" + verb.get() + "`", token.span(), verb.get())));
        }
        return cursor.fault(
                Code.S01,
                "an action is expected: `name = value`, `store`, `lookup`, `STORE(`, `SEND(`, `BROADCAST(` or `APPEND(`");
    }
}
