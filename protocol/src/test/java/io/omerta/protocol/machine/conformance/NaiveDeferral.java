package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.language.tree.Event;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Section 4.6: which states await a message, and what was declared for those that do not. */
final class NaiveDeferral {
    private NaiveDeferral() {}

    static boolean isOn(Event event, String name) {
        return event instanceof Event.On on && on.name().text().equals(name);
    }

    static boolean isCollectOf(Event event, String message) {
        return event instanceof Event.Collect collect
                && collect.message().text().equals(message);
    }

    /** Whether a state has a transition or collect for a message. */
    static boolean awaits(List<ActorMember.Transition> transitions, String state, String message) {
        return transitions.stream()
                .anyMatch(transition -> transition.from().text().equals(state)
                        && (isOn(transition.event(), message) || isCollectOf(transition.event(), message)));
    }

    /** Whether a state that can be reached awaits a message. */
    static boolean isAwaitedLater(List<ActorMember.Transition> transitions, String from, String message) {
        Set<String> reached = new TreeSet<>(Set.of(from));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (ActorMember.Transition transition : transitions) {
                if (reached.contains(transition.from().text())) {
                    grew |= reached.add(transition.to().text());
                    if (transition.otherwise() != null) {
                        grew |= reached.add(transition.otherwise().to().text());
                    }
                }
            }
        }
        return reached.stream().anyMatch(state -> awaits(transitions, state, message));
    }

    /** What is declared for a message in a state, before what is declared for all states. */
    static @Nullable DeferralKind declared(Declaration.Actor actor, String state, String message) {
        DeferralKind general = null;
        for (ActorMember.Deferral deferral : Program.members(actor, ActorMember.Deferral.class)) {
            if (deferral.messages().stream().noneMatch(name -> name.text().equals(message))) {
                continue;
            }
            if (deferral.states().stream().anyMatch(name -> name.text().equals(state))) {
                return deferral.kind();
            }
            if (deferral.states().isEmpty()) {
                general = deferral.kind();
            }
        }
        return general;
    }
}
