package io.omerta.protocol.language.document;

import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine of an actor as a graph.
 *
 * @param actor its name
 * @param states in declared order
 * @param edges in declared order; a transition with an {@code else} gives two
 */
public record StateDiagram(String actor, List<State> states, List<Edge> edges) {
    /** Keeps its own copies of the lists. */
    public StateDiagram {
        states = List.copyOf(states);
        edges = List.copyOf(edges);
    }

    /**
     * A node.
     *
     * @param description for people, possibly empty
     */
    public record State(String name, String description, boolean initial, boolean terminal, boolean idle) {}

    /**
     * An edge.
     *
     * @param event in a few words
     * @param guard perhaps shortened; {@code else} of the other way; empty if there is none
     */
    public record Edge(String from, String to, String event, String guard) {
        /** Whether nothing is awaited. */
        public boolean isAutomatic() {
            return event.equals(EventText.AUTO);
        }

        /** Event, and guard in brackets, on one line; {@code auto} is left out where a guard stands. */
        public String label() {
            if (guard.isEmpty()) {
                return event;
            }
            String condition = "[" + guard + "]";
            return isAutomatic() ? condition : event + " " + condition;
        }
    }

    /** The graph of an actor. */
    public static StateDiagram of(Declaration.Actor actor) {
        ActorTree tree = ActorTree.of(actor);
        List<Edge> edges = new ArrayList<>();
        for (ActorMember.Transition transition : tree.transitions()) {
            String from = transition.from().text();
            String event = EventText.of(transition.event());
            edges.add(new Edge(from, transition.to().text(), event, EventText.guard(transition.guard())));
            Otherwise otherwise = transition.otherwise();
            if (otherwise != null) {
                edges.add(new Edge(from, otherwise.to().text(), event, EventText.ELSE));
            }
        }
        return new StateDiagram(
                tree.name(), tree.states().stream().map(StateDiagram::state).toList(), edges);
    }

    private static State state(ActorMember.State state) {
        Expression.StringLiteral description = state.description();
        return new State(
                state.name().text(),
                description == null ? "" : description.value().strip(),
                state.properties().contains(StateProperty.INITIAL),
                state.properties().contains(StateProperty.TERMINAL),
                state.properties().contains(StateProperty.IDLE));
    }
}
