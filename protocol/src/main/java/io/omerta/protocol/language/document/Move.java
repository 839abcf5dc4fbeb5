package io.omerta.protocol.language.document;

import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Otherwise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way that a transition can take.
 *
 * @param role name of the actor
 * @param guard as diagrams show it; {@code else} of the other way; empty if there is none
 * @param otherwise whether it is the other way
 */
record Move(String role, String from, String to, Event event, String guard, boolean otherwise, Body<Action> actions) {
    private static final String OTHERWISE = "otherwise";

    /** The moves of an actor, in declared order. */
    static List<Move> of(ActorTree actor) {
        List<Move> moves = new ArrayList<>();
        for (ActorMember.Transition transition : actor.transitions()) {
            String from = transition.from().text();
            Event event = transition.event();
            moves.add(new Move(
                    actor.name(),
                    from,
                    transition.to().text(),
                    event,
                    EventText.guard(transition.guard()),
                    false,
                    transition.actions()));
            Otherwise otherwise = transition.otherwise();
            if (otherwise != null) {
                moves.add(new Move(
                        actor.name(), from, otherwise.to().text(), event, EventText.ELSE, true, otherwise.actions()));
            }
        }
        return moves;
    }

    boolean staysInState() {
        return from.equals(to);
    }

    /** When it is made: its event, its guard, or both. */
    String condition() {
        String name = EventText.of(event);
        if (event instanceof Event.Auto) {
            return otherwise ? OTHERWISE : guard.isEmpty() ? name : guard;
        }
        if (otherwise) {
            return name + ", " + OTHERWISE;
        }
        return guard.isEmpty() ? name : name + " when " + guard;
    }

    /** The message or trigger that it waits for, or null. */
    @Nullable
    String awaited() {
        if (event instanceof Event.On on) {
            return on.name().text();
        }
        return event instanceof Event.Collect collect ? collect.message().text() : null;
    }

    /** Whether an expression is {@code message.sender}. */
    static boolean isSenderOfMessage(Expression target) {
        return target instanceof Expression.FieldAccess access
                && access.target().isName("message")
                && access.field().text().equals("sender");
    }
}
