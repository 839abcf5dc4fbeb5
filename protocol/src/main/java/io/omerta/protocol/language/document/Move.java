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
 * @param guard as diagrams show it; {@code [else]} of the other way; empty if there is none
 * @param otherwise whether it is the other way
 */
record Move(String role, String from, String to, Event event, String guard, boolean otherwise, Body<Action> actions) {

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
                        actor.name(), from, otherwise.to().text(), event, "[else]", true, otherwise.actions()));
            }
        }
        return moves;
    }

    boolean staysInState() {
        return from.equals(to);
    }

    /** Event and guard on one line. */
    String label() {
        return new StateDiagram.Edge(from, to, EventText.of(event), guard).label();
    }

    /** The message or trigger that it waits for, or null. */
    @Nullable
    String awaited() {
        if (event instanceof Event.On on) {
            return on.name().text();
        }
        return event instanceof Event.Collect collect ? collect.message().text() : null;
    }

    /** The expression that a guard or an action names the peer at hand by. */
    static boolean isSenderOfMessage(Expression target) {
        return target instanceof Expression.FieldAccess access
                && access.target().isName("message")
                && access.field().text().equals("sender");
    }
}
