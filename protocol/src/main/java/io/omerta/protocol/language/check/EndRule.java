package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.ActorMember.Trigger;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** E21: terminal states that do not end the actor, and other states that do. */
final class EndRule {
    private final StateGraph graph;
    private final Findings findings;

    private EndRule(StateGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    static void check(StateGraph graph, Findings findings) {
        EndRule rule = new EndRule(graph, findings);
        graph.states().forEach(rule::check);
        rule.checkTriggers();
    }

    private void check(State state) {
        List<Transition> transitions = graph.transitionsFrom(state);
        if (StateGraph.has(state, StateProperty.TERMINAL)) {
            for (Transition transition : transitions) {
                tellTerminal(state, transition.from(), "`" + Phrases.head(transition) + "` would be taken in it");
            }
        } else if (graph.sourcesKnown()) {
            checkWayOut(state, transitions);
        }
    }

    /** An idle state may wait for ever, but not for nothing. */
    private void checkWayOut(State state, List<Transition> transitions) {
        if (transitions.isEmpty()) {
            findings.add(
                    Code.E21,
                    state.name().span(),
                    "no transition leaves `" + state.name() + "`; add one, or mark the state `terminal`");
        } else if (!StateGraph.has(state, StateProperty.IDLE)
                && transitions.stream().noneMatch(transition -> graph.leads(transition, state))) {
            findings.add(
                    Code.E21,
                    state.name().span(),
                    "no transition leads from `" + state.name()
                            + "` to another state; add one, or mark the state `idle` if the actor may stay for ever");
        }
    }

    private void checkTriggers() {
        Map<String, State> states = new LinkedHashMap<>();
        graph.states().forEach(state -> states.put(state.name().text(), state));
        for (Trigger trigger : graph.members(Trigger.class)) {
            for (Name name : trigger.states()) {
                State state = states.get(name.text());
                if (state != null && StateGraph.has(state, StateProperty.TERMINAL)) {
                    tellTerminal(state, name, "the trigger `" + trigger.name() + "` would be accepted in it");
                }
            }
        }
    }

    private void tellTerminal(State state, Name place, String what) {
        findings.add(Diagnostic.of(
                        Code.E21,
                        place.span(),
                        "`" + state.name() + "` is terminal, but " + what + "; remove that, or the word `terminal`")
                .withRelated(state.name().span(), "declared terminal here"));
    }
}
