package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration.Composition;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import java.util.List;
import java.util.Set;

/** E04, E05, E06 and E11: names of states that the actor does not have, each place by itself. */
final class StateNameRule {
    /** Of more candidates than this only the number is told. */
    private static final int MAX_LISTED = 5;

    private final StateGraph graph;
    private final Findings findings;

    private StateNameRule(StateGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    static void check(StateGraph graph, UnitIndex index, Findings findings) {
        new StateNameRule(graph, findings).check(index);
    }

    private void check(UnitIndex index) {
        for (ActorMember.Transition transition : graph.members(ActorMember.Transition.class)) {
            require(Code.E04, transition.from(), "");
            require(Code.E05, transition.to(), " to enter");
            Otherwise otherwise = transition.otherwise();
            if (otherwise != null) {
                require(Code.E06, otherwise.to(), " to enter otherwise");
            }
        }
        for (ActorMember.Trigger trigger : graph.members(ActorMember.Trigger.class)) {
            trigger.states().forEach(state -> require(Code.E11, state, " to accept `" + trigger.name() + "` in"));
        }
        for (ActorMember.Deferral deferral : graph.members(ActorMember.Deferral.class)) {
            String word = deferral.kind().word();
            deferral.states().forEach(state -> require(Code.E11, state, " to " + word + " messages in"));
        }
        for (Composition composition : index.all(Composition.class)) {
            if (composition.actor().text().equals(graph.actor().name().text())) {
                require(Code.E11, composition.state(), " to compose with another transaction");
            }
        }
    }

    private void require(Code code, Name state, String purpose) {
        Set<String> known = graph.stateNames();
        if (known.contains(state.text())) {
            return;
        }
        List<String> near = Spelling.suggest(state.text(), known);
        Diagnostic fault = Diagnostic.of(
                code,
                state.span(),
                "the actor `" + graph.actor().name() + "` has no state `" + state + "`" + purpose
                        + advice(near, known));
        findings.add(Spelling.fix(state.text(), known)
                .map(right -> fault.withFix(Fix.replace("write `" + right + "`", state.span(), right)))
                .orElse(fault));
    }

    private static String advice(List<String> near, Set<String> known) {
        if (!near.isEmpty()) {
            return "; did you mean `" + String.join("`, `", near) + "`?";
        }
        if (known.isEmpty()) {
            return "; it declares none: write `state NAME initial`";
        }
        return known.size() <= MAX_LISTED
                ? "; its states are `" + String.join("`, `", known) + "`"
                : "; none of its " + known.size() + " states is called alike";
    }
}
