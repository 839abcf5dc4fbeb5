package io.omerta.protocol.language.document;

import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * The members of an actor by kind, each kind in declared order.
 *
 * @param declaration the whole
 */
record ActorTree(
        Declaration.Actor declaration,
        List<Field> variables,
        List<ActorMember.Trigger> triggers,
        List<ActorMember.State> states,
        List<ActorMember.Transition> transitions,
        List<ActorMember.Deferral> deferrals) {

    static ActorTree of(Declaration.Actor actor) {
        List<Field> variables = new ArrayList<>();
        List<ActorMember.Trigger> triggers = new ArrayList<>();
        List<ActorMember.State> states = new ArrayList<>();
        List<ActorMember.Transition> transitions = new ArrayList<>();
        List<ActorMember.Deferral> deferrals = new ArrayList<>();
        ActorMember.Visitor<Boolean> byKind = new ActorMember.Visitor<>() {
            @Override
            public Boolean visitStore(ActorMember.Store store) {
                return variables.addAll(store.fields().items());
            }

            @Override
            public Boolean visitTrigger(ActorMember.Trigger trigger) {
                return triggers.add(trigger);
            }

            @Override
            public Boolean visitState(ActorMember.State state) {
                return states.add(state);
            }

            @Override
            public Boolean visitTransition(ActorMember.Transition transition) {
                return transitions.add(transition);
            }

            @Override
            public Boolean visitDeferral(ActorMember.Deferral deferral) {
                return deferrals.add(deferral);
            }
        };
        actor.members().forEach(member -> member.accept(byKind));
        return new ActorTree(actor, variables, triggers, states, transitions, deferrals);
    }

    String name() {
        return declaration.name().text();
    }
}
