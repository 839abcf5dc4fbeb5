package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.Declaration.Actor;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E01, E02, E03, W01 and W02: where an actor begins and ends, and what it can reach. */
final class StateRules {
    private final StateGraph graph;
    private final Actor actor;
    private final Findings findings;

    private StateRules(StateGraph graph, Findings findings) {
        this.graph = graph;
        this.actor = graph.actor();
        this.findings = findings;
    }

    static void check(StateGraph graph, Findings findings) {
        StateRules rules = new StateRules(graph, findings);
        rules.checkBeginning();
        rules.checkEnd();
        rules.checkRepetition();
        rules.checkReachability();
    }

    private void checkBeginning() {
        List<State> initial = graph.initialStates();
        if (graph.states().isEmpty()) {
            findings.add(
                    Code.E01,
                    actor.name().span(),
                    "the actor `" + actor.name() + "` has no state; declare `state NAME initial`");
        } else if (initial.isEmpty()) {
            findings.add(
                    Code.E01,
                    actor.name().span(),
                    "the actor `" + actor.name() + "` has no initial state; mark the state where it begins `initial`");
        } else if (initial.size() > 1) {
            Diagnostic several = Diagnostic.of(
                    Code.E02,
                    initial.get(1).name().span(),
                    "the actor `" + actor.name() + "` has " + initial.size() + " initial states, "
                            + Phrases.list(initial, State::name) + "; it can begin in one only");
            for (State other : initial) {
                if (other != initial.get(1)) {
                    several = several.withRelated(other.name().span(), "`" + other.name() + "` is initial too");
                }
            }
            findings.add(several);
        }
    }

    /** An actor that comes back to an idle state for ever is whole without an end. */
    private void checkEnd() {
        boolean ends = graph.states().stream()
                .anyMatch(state ->
                        StateGraph.has(state, StateProperty.TERMINAL) || StateGraph.has(state, StateProperty.IDLE));
        if (!ends && !graph.states().isEmpty()) {
            findings.add(
                    Code.W01,
                    actor.name().span(),
                    "the actor `" + actor.name()
                            + "` never ends; mark a state `terminal`, or `idle` if the actor may wait there for ever");
        }
    }

    private void checkRepetition() {
        Map<String, State> first = new LinkedHashMap<>();
        for (State state : graph.members(State.class)) {
            State earlier = first.putIfAbsent(state.name().text(), state);
            if (earlier != null) {
                findings.add(Diagnostic.of(
                                Code.E03,
                                state.name().span(),
                                "the state `" + state.name() + "` is declared twice in `" + actor.name()
                                        + "`; remove one declaration or rename it")
                        .withRelated(earlier.name().span(), "declared first here"));
            }
        }
    }

    /** Without an initial state nothing can be reached, and behind an unknown target anything may be. */
    private void checkReachability() {
        List<State> initial = graph.initialStates();
        if (initial.isEmpty() || !graph.sourcesKnown() || !graph.targetsKnown()) {
            return;
        }
        Set<String> reachable = graph.reachable();
        for (State state : graph.states()) {
            if (!reachable.contains(state.name().text())) {
                List<String> entrances = entrances(state);
                String how = entrances.isEmpty()
                        ? ": no transition of another state enters it"
                        : ": it is entered only from " + Phrases.list(entrances, name -> name)
                                + ", which cannot be reached either";
                findings.add(Diagnostic.of(
                                Code.W02,
                                state.name().span(),
                                "`" + state.name() + "` cannot be reached from `"
                                        + initial.get(0).name() + "`" + how)
                        .withRelated(initial.get(0).name().span(), "the actor begins here"));
            }
        }
    }

    private List<String> entrances(State state) {
        String name = state.name().text();
        return graph.stateNames().stream()
                .filter(other -> !other.equals(name))
                .filter(other -> graph.edgesFrom(other).stream()
                        .anyMatch(edge -> edge.to().equals(name)))
                .toList();
    }
}
