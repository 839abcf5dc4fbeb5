package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import java.util.List;

/**
 * W09: several automatic transitions of one state whose guards may hold together, or fail together where nothing else
 * leaves the state. An else, or a last one without a guard, makes the order of the transitions a plain choice, and
 * nothing is told.
 */
final class SiblingGuards {
    private final StateGraph graph;
    private final GuardLogic logic;
    private final Findings findings;

    SiblingGuards(StateGraph graph, GuardLogic logic, Findings findings) {
        this.graph = graph;
        this.logic = logic;
        this.findings = findings;
    }

    /**
     * Checks a state without a default.
     *
     * @param mayStick whether the actor remains in the state if all guards fail
     * @return whether something was told
     */
    boolean check(State state, boolean mayStick) {
        List<Transition> siblings = AutoMoves.of(graph, state).conditional().stream()
                .filter(transition -> transition.event() instanceof Event.Auto && transition.guard() != null)
                .toList();
        if (siblings.size() < 2) {
            return false;
        }
        boolean gap = mayStick
                && graph.transitionsFrom(state).stream()
                        .noneMatch(transition -> transition.event() instanceof Event.Timeout);
        for (int i = 1; i < siblings.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (mayOverlap(siblings.get(j), siblings.get(i))) {
                    tell(state, siblings.get(j), siblings.get(i), gap);
                    return gap;
                }
            }
        }
        if (gap) {
            findings.add(Diagnostic.of(
                    Code.W09,
                    state.name().span(),
                    "all " + siblings.size() + " guards of the automatic transitions of `" + state.name()
                            + "` may fail, and then nothing leaves it; add an `else` to one of them"));
        }
        return gap;
    }

    private void tell(State state, Transition first, Transition second, boolean gap) {
        String also = gap ? ", and all may fail, so that nothing leaves `" + state.name() + "`" : "";
        Expression guard = second.guard();
        Expression other = first.guard();
        if (guard == null || other == null) {
            return;
        }
        findings.add(Diagnostic.of(
                        Code.W09,
                        guard.span(),
                        "this guard may hold together with that of `" + Phrases.head(first) + "`, which is then taken"
                                + also + "; make the guards exclude each other, or add an `else`")
                .withRelated(other.span(), "may hold at the same time"));
    }

    private boolean mayOverlap(Transition first, Transition second) {
        Expression one = first.guard();
        Expression other = second.guard();
        return one != null && other != null && !sameOutcome(first, second) && !logic.exclude(one, other);
    }

    /** Whether it makes no difference which of two transitions is taken. */
    private boolean sameOutcome(Transition first, Transition second) {
        return first.to().text().equals(second.to().text()) && texts(first).equals(texts(second));
    }

    private static List<String> texts(Transition transition) {
        return transition.actions().items().stream()
                .map(Action::span)
                .map(span -> span.text())
                .toList();
    }
}
