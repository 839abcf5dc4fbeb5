package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an actor. */
final class ActorParser {
    private static final List<String> MEMBER_WORDS = List.of("store", "trigger", "state", "defer", "ignore");

    private final TokenCursor cursor;
    private final Lookahead lookahead;
    private final FieldParser fields;
    private final ExpressionParser expressions;
    private final ActionParser actions;
    private final EventParser events;

    ActorParser(TokenCursor cursor, Lookahead lookahead, FieldParser fields, ExpressionParser expressions) {
        this.cursor = cursor;
        this.lookahead = lookahead;
        this.fields = fields;
        this.expressions = expressions;
        this.actions = new ActionParser(cursor, lookahead, fields, expressions);
        this.events = new EventParser(cursor, lookahead, expressions);
    }

    /** {@code ( member ... )}. */
    Body<ActorMember> members() {
        return cursor.body(new ItemRule<>("the actor", this::member, lookahead::member, lookahead::declaration));
    }

    private ActorMember member() {
        if (lookahead.transition()) {
            return transition();
        }
        if (lookahead.deferral()) {
            return deferral();
        }
        return switch (cursor.peek().kind()) {
            case STORE -> store();
            case TRIGGER -> trigger();
            case STATE -> state();
            default -> throw noMember();
        };
    }

    private ActorMember store() {
        int start = cursor.offset();
        cursor.advance();
        Body<Field> body = fields.fields("the store", () -> lookahead.declaration() || lookahead.memberFromInside());
        return new ActorMember.Store(body, cursor.since(start));
    }

    private ActorMember trigger() {
        int start = cursor.offset();
        cursor.advance();
        Name name = cursor.declaredName("the name of the trigger");
        List<Field> parameters = fields.parameters("the trigger");
        List<Name> states = fields.bracketedNames(
                TokenKind.IN, "a state", "the trigger `" + name + "` does not say in which states it is accepted");
        return new ActorMember.Trigger(name, parameters, states, description(), cursor.since(start));
    }

    private ActorMember state() {
        int start = cursor.offset();
        cursor.advance();
        Name name = cursor.declaredName("the name of the state");
        List<StateProperty> properties = new ArrayList<>();
        for (StateProperty property = property(); property != null; property = property()) {
            cursor.advance();
            properties.add(property);
        }
        return new ActorMember.State(name, properties, description(), cursor.since(start));
    }

    /** The property at the next token; {@code idle} may also be the state that a transition leaves. */
    private @Nullable StateProperty property() {
        if (cursor.at(TokenKind.INITIAL)) {
            return StateProperty.INITIAL;
        }
        if (cursor.at(TokenKind.TERMINAL)) {
            return StateProperty.TERMINAL;
        }
        boolean idle = cursor.atWord(StateProperty.IDLE.word()) && !lookahead.transition();
        return idle ? StateProperty.IDLE : null;
    }

    private ActorMember deferral() {
        int start = cursor.offset();
        DeferralKind kind =
                cursor.advance().text().equals(DeferralKind.DEFER.word()) ? DeferralKind.DEFER : DeferralKind.IGNORE;
        List<Name> messages = fields.names("the name of a message");
        List<Name> states = cursor.at(TokenKind.IN)
                ? fields.bracketedNames(TokenKind.IN, "a state", "`" + kind.word() + "` names no state")
                : List.of();
        return new ActorMember.Deferral(kind, messages, states, cursor.since(start));
    }

    private ActorMember transition() {
        int start = cursor.offset();
        Name from = cursor.name("the name of a state");
        cursor.advance();
        if (!cursor.at(TokenKind.IDENTIFIER)) {
            throw cursor.fault(Code.S03, "the state that the transition enters is expected after `" + from + " ->`");
        }
        Name to = cursor.anyName();
        Event event = events.event(start);
        boolean when = cursor.at(TokenKind.WHEN);
        Expression guard = null;
        if (when) {
            if (event instanceof Event.Collect) {
                cursor.note(Diagnostic.of(
                        Code.S01,
                        cursor.here(),
                        "`collect` takes its condition as `where`, before `into`, not as `when`"));
            }
            guard = guard();
        }
        Body<Action> body = actions.optionalActions();
        Otherwise otherwise = otherwise(when);
        return new ActorMember.Transition(from, to, event, guard, body, otherwise, cursor.since(start));
    }

    /** The guard; null after a fault in it, from which parsing goes on at the actions. */
    private @Nullable Expression guard() {
        cursor.advance();
        int nesting = cursor.nesting();
        int depth = cursor.bracketDepth();
        try {
            Expression guard = expressions.expressionBefore(lookahead::actionBlock);
            if (cursor.at(TokenKind.LEFT_PAREN) && !lookahead.actionBlock()) {
                throw cursor.fault(Code.S01, "an action block or the next part of the actor is expected");
            }
            return guard;
        } catch (SyntaxFault reported) {
            cursor.skipUntil(() -> lookahead.declaration()
                    || lookahead.member()
                    || (cursor.bracketDepth() <= depth
                            && (lookahead.actionBlock()
                                    || (cursor.at(TokenKind.ELSE) && cursor.at(1, TokenKind.ARROW))
                                    || cursor.at(TokenKind.RIGHT_PAREN))));
            cursor.restore(depth, nesting);
            return null;
        }
    }

    private @Nullable Otherwise otherwise(boolean guarded) {
        if (!cursor.at(TokenKind.ELSE)) {
            return null;
        }
        int start = cursor.offset();
        Token word = cursor.advance();
        if (!guarded) {
            cursor.note(Diagnostic.of(
                    Code.S04, word.span(), "`else` is for a guard that is false, but this transition has no `when`"));
        }
        if (!cursor.accept(TokenKind.ARROW)) {
            throw cursor.fault(Code.S03, "`->` and a state are expected after `else`");
        }
        Name to = cursor.name("the name of a state");
        Body<Action> body = actions.optionalActions();
        return new Otherwise(to, body, cursor.since(start));
    }

    private Expression.@Nullable StringLiteral description() {
        return cursor.at(TokenKind.STRING) ? expressions.string() : null;
    }

    private SyntaxFault noMember() {
        Token token = cursor.peek();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            return cursor.fault(
                    Diagnostic.of(Code.S01, token.span(), "an action block stands after a transition, and only one"));
        }
        List<String> near = Spelling.suggest(token.text(), MEMBER_WORDS);
        if (token.kind() == TokenKind.IDENTIFIER && !near.isEmpty()) {
            String word = near.get(0);
            return cursor.fault(Diagnostic.of(
                            Code.S01,
                            token.span(),
                            "`" + token.text() + "` begins nothing; did you mean `" + word + "`?")
                    .withFix(Fix.replace("write `" + word + "`", token.span(), word)));
        }
        if (token.kind() == TokenKind.IDENTIFIER) {
            cursor.advance();
            return cursor.fault(
                    Code.S03,
                    "`->` is expected after the state `" + token.text() + "`; a transition is `FROM -> TO event`");
        }
        return cursor.fault(
                Code.S01,
                "a part of the actor is expected: `store`, `trigger`, `state`, `defer`, `ignore` or a transition");
    }
}
