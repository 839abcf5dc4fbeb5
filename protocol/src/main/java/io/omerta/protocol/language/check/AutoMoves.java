package io.omerta.protocol.language.check;

import io.omerta.protocol.language.check.StateGraph.Edge;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an actor does in a state by itself, as semantics.md 4.1 and 4.2 define it: the first automatic transition whose
 * guard holds is taken; one without a guard is always taken, and if there is none, then the first else.
 *
 * @param conditional automatic transitions with a guard and collects, up to the first transition that is always taken
 * @param always automatic transition without a guard, or whose guard is the word {@code true}
 * @param otherwise first of them that has an else, if nothing is always taken
 * @param shadowed automatic transitions and collects after the one that is always taken
 */
record AutoMoves(
        List<Transition> conditional,
        @Nullable Transition always,
        @Nullable Transition otherwise,
        List<Transition> shadowed) {

    /** The automatic moves of a state. */
    static AutoMoves of(StateGraph graph, State state) {
        List<Transition> conditional = new ArrayList<>();
        List<Transition> shadowed = new ArrayList<>();
        @Nullable Transition always = null;
        @Nullable Transition otherwise = null;
        for (Transition transition : graph.transitionsFrom(state)) {
            if (!(transition.event() instanceof Event.Auto) && !(transition.event() instanceof Event.Collect)) {
                continue;
            }
            if (always != null) {
                shadowed.add(transition);
            } else if (isAlwaysTaken(transition)) {
                always = transition;
            } else {
                conditional.add(transition);
                otherwise = otherwise == null && transition.otherwise() != null ? transition : otherwise;
            }
        }
        return new AutoMoves(conditional, always, always == null ? otherwise : null, shadowed);
    }

    /** Whether some move is taken whatever the guards say. */
    boolean hasDefault() {
        return always != null || otherwise != null;
    }

    /** The way taken if no guard holds and no quorum is reached; null if there is none or its target is unknown. */
    @Nullable
    Edge byDefault(StateGraph graph, State state) {
        for (Edge edge : graph.edgesFrom(state.name().text())) {
            boolean isDefault = edge.isOtherwise() ? edge.transition() == otherwise : edge.transition() == always;
            if (isDefault) {
                return edge;
            }
        }
        return null;
    }

    /** The guards of the conditional automatic transitions; collects have none. */
    List<Expression> guards() {
        List<Expression> guards = new ArrayList<>();
        for (Transition transition : conditional) {
            Expression guard = transition.guard();
            if (guard != null && transition.event() instanceof Event.Auto) {
                guards.add(guard);
            }
        }
        return guards;
    }

    /** Whether nothing but itself decides that a transition on {@code auto} is taken. */
    private static boolean isAlwaysTaken(Transition transition) {
        Expression guard = transition.guard();
        if (!(transition.event() instanceof Event.Auto)) {
            return false;
        }
        return guard == null
                ? transition.otherwise() == null
                : guard instanceof Expression.BooleanLiteral literal && literal.value();
    }
}
