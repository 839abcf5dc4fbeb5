package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import io.omerta.protocol.language.tree.Subexpressions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * W05, W06 and W09: states in which an actor may remain because nothing comes, or because no guard holds, and guards
 * of which more than one may hold. Each state gets the most exact of the three.
 */
final class WaitingRules {
    private static final int MAX_LISTED = 4;

    private final StateGraph graph;
    private final GuardLogic logic;
    private final Findings findings;

    private WaitingRules(StateGraph graph, GuardLogic logic, Findings findings) {
        this.graph = graph;
        this.logic = logic;
        this.findings = findings;
    }

    static void check(StateGraph graph, GuardLogic logic, Findings findings) {
        WaitingRules rules = new WaitingRules(graph, logic, findings);
        for (State state : graph.states()) {
            if (!StateGraph.has(state, StateProperty.TERMINAL)) {
                rules.check(state);
            }
        }
    }

    private void check(State state) {
        AutoMoves moves = AutoMoves.of(graph, state);
        if (moves.hasDefault()) {
            return;
        }
        List<Expression> guards = moves.guards();
        boolean complete = logic.coverAll(guards);
        boolean tells = new SiblingGuards(graph, logic, findings).check(state, !complete && dependsOnGuards(state));
        if (complete || tells || StateGraph.has(state, StateProperty.IDLE)) {
            return;
        }
        List<Transition> timeouts = transitions(state, Event.Timeout.class);
        List<String> awaited = awaited(state);
        if (!awaited.isEmpty() && timeouts.isEmpty()) {
            findings.add(
                    Code.W06,
                    state.name().span(),
                    "`" + state.name() + "` waits for " + shortened(awaited)
                            + " without a timeout; add `on timeout(PARAMETER)`, or mark it `idle` if the actor may wait"
                            + " there for ever");
        } else if (dependsOnGuards(state)) {
            tellStuck(state);
        }
    }

    private static String shortened(List<String> awaited) {
        if (awaited.size() <= MAX_LISTED) {
            return Phrases.list(awaited, name -> name);
        }
        List<String> first = awaited.subList(0, MAX_LISTED - 1);
        return "`" + String.join("`, `", first) + "` and " + (awaited.size() - first.size()) + " other things";
    }

    private void tellStuck(State state) {
        Diagnostic stuck = Diagnostic.of(
                Code.W05,
                state.name().span(),
                "`" + state.name() + "` is left only if a guard holds; add an `else`"
                        + (transitions(state, Event.Timeout.class).isEmpty() ? "" : ", or a timeout without a guard"));
        for (Transition transition : leaving(state)) {
            Expression guard = transition.guard();
            if (guard != null) {
                stuck = stuck.withRelated(guard.span(), "left if this holds");
            }
        }
        findings.add(stuck);
    }

    /** Whether the state is left by nothing but guarded automatic transitions and guarded timeouts. */
    private boolean dependsOnGuards(State state) {
        List<Transition> leaving = leaving(state);
        return !leaving.isEmpty()
                && leaving.stream()
                        .allMatch(transition -> transition.guard() != null
                                && (transition.event() instanceof Event.Auto
                                        || transition.event() instanceof Event.Timeout)
                                && !coversByElse(transition, state));
    }

    /** Whether the else of a transition leaves the state, or does what may make the guard true the next time. */
    private boolean coversByElse(Transition transition, State state) {
        Otherwise otherwise = transition.otherwise();
        Expression guard = transition.guard();
        if (otherwise == null || guard == null) {
            return false;
        }
        Set<String> read = new LinkedHashSet<>();
        Subexpressions.walk(guard, part -> {
            if (part instanceof Expression.NameReference reference) {
                read.add(reference.name());
            }
        });
        return graph.entersOther(otherwise.to(), state)
                || otherwise.actions().items().stream()
                        .flatMap(action -> ActionParts.of(action).changed().stream())
                        .anyMatch(name -> read.contains(name.text()));
    }

    private List<Transition> leaving(State state) {
        return graph.transitionsFrom(state).stream()
                .filter(transition -> graph.leads(transition, state))
                .toList();
    }

    private List<Transition> transitions(State state, Class<? extends Event> event) {
        return graph.transitionsFrom(state).stream()
                .filter(transition -> event.isInstance(transition.event()))
                .toList();
    }

    private List<String> awaited(State state) {
        Set<String> awaited = new LinkedHashSet<>();
        for (Transition transition : graph.transitionsFrom(state)) {
            if (transition.event() instanceof Event.On on) {
                awaited.add(on.name().text());
            } else if (transition.event() instanceof Event.Collect collect) {
                awaited.add(collect.message().text());
            }
        }
        return new ArrayList<>(awaited);
    }
}
