package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration.Actor;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states of one actor and the ways between them. A misspelt name stands for the state that alone is near to it, so
 * that one slip does not make half of the actor look unreachable; ways from or to other unknown names are left out.
 */
final class StateGraph {
    private final Actor actor;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, List<Transition>> transitions = new LinkedHashMap<>();
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private boolean sourcesKnown = true;
    private boolean targetsKnown = true;

    /** The graph of an actor; of states that are declared twice it has the first. */
    StateGraph(Actor actor) {
        this.actor = actor;
        members(State.class).forEach(state -> states.putIfAbsent(state.name().text(), state));
        for (String state : states.keySet()) {
            transitions.put(state, new ArrayList<>());
            edges.put(state, new ArrayList<>());
        }
        members(Transition.class).forEach(this::add);
    }

    private void add(Transition transition) {
        Optional<String> from = stateMeant(transition.from());
        sourcesKnown &= from.isPresent();
        from.ifPresent(state -> transitionsOf(state).add(transition));
        addEdge(from, transition, transition.to(), transition.actions());
        Otherwise otherwise = transition.otherwise();
        if (otherwise != null) {
            addEdge(from, transition, otherwise.to(), otherwise.actions());
        }
    }

    private void addEdge(Optional<String> from, Transition transition, Name target, Body<Action> actions) {
        Optional<String> to = stateMeant(target);
        targetsKnown &= to.isPresent();
        if (from.isPresent() && to.isPresent()) {
            edgesFrom(from.get()).add(new Edge(from.get(), to.get(), transition, target, actions));
        }
    }

    /** The actor. */
    Actor actor() {
        return actor;
    }

    /** All members of a kind, in the order of the text. */
    <M> List<M> members(Class<M> kind) {
        return actor.members().items().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The states, each name once, in the order of the text. */
    Collection<State> states() {
        return states.values();
    }

    /** The states that are marked initial. */
    List<State> initialStates() {
        return states.values().stream()
                .filter(state -> has(state, StateProperty.INITIAL))
                .toList();
    }

    /** Whether a state is marked with a property. */
    static boolean has(State state, StateProperty property) {
        return state.properties().contains(property);
    }

    /** The names of the states, in the order of the text. */
    Set<String> stateNames() {
        return states.keySet();
    }

    /** The state of a name, or the only one that the name may be a slip for. */
    Optional<String> stateMeant(Name name) {
        return states.containsKey(name.text()) ? Optional.of(name.text()) : Spelling.fix(name.text(), states.keySet());
    }

    /** The transitions that leave a state, in the order of the text. */
    List<Transition> transitionsFrom(State state) {
        return transitionsOf(state.name().text());
    }

    private List<Transition> transitionsOf(String state) {
        return transitions.getOrDefault(state, List.of());
    }

    /** The ways out of a state between known states, in the order of the text, an else after its own transition. */
    List<Edge> edgesFrom(String state) {
        return edges.getOrDefault(state, List.of());
    }

    /** Whether a transition or its else enters a state other than the one it leaves. */
    boolean leads(Transition transition, State from) {
        Otherwise otherwise = transition.otherwise();
        return entersOther(transition.to(), from) || (otherwise != null && entersOther(otherwise.to(), from));
    }

    /** Whether a target is another state than the one given; unknown names are. */
    boolean entersOther(Name target, State from) {
        return stateMeant(target).filter(from.name().text()::equals).isEmpty();
    }

    /** Whether every transition leaves a state of the actor. */
    boolean sourcesKnown() {
        return sourcesKnown;
    }

    /** Whether every transition and else enters a state of the actor. */
    boolean targetsKnown() {
        return targetsKnown;
    }

    /** The states that can be reached from the initial ones, these included. */
    Set<String> reachable() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (State state : initialStates()) {
            open.add(state.name().text());
        }
        while (!open.isEmpty()) {
            String state = open.remove();
            if (reached.add(state)) {
                edgesFrom(state).forEach(edge -> open.add(edge.to()));
            }
        }
        return reached;
    }

    /**
     * A way from state to state.
     *
     * @param from state left
     * @param to state entered
     * @param transition it belongs to
     * @param target the state entered, as written in the transition or in its else
     * @param actions done on the way
     */
    record Edge(String from, String to, Transition transition, Name target, Body<Action> actions) {
        /** Whether it is the else of its transition. */
        boolean isOtherwise() {
            return target != transition.to();
        }

        /** Whether it stays in its state. */
        boolean isLoop() {
            return from.equals(to);
        }

        /** Whether it assigns or extends a variable. */
        boolean changes(Set<String> variables) {
            return actions.items().stream()
                    .flatMap(action -> ActionParts.of(action).changed().stream())
                    .anyMatch(name -> variables.contains(name.text()));
        }
    }
}
