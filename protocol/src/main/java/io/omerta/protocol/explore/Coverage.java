package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.source.Position;
import io.omerta.protocol.machine.MachineSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an exploration has come by, and what it has noticed on the way. */
final class Coverage {
    private final List<MachineSpec> machines;
    private final Map<String, boolean[]> states = new LinkedHashMap<>();
    private final Map<String, boolean[]> transitions = new LinkedHashMap<>();
    private final Map<String, Long> notices = new LinkedHashMap<>();

    /** Numbers of the reactions that have been counted already. */
    private final BitSet counted = new BitSet();

    /** Numbers of the member states that have been counted already. */
    private final Set<Integer> seen = new LinkedHashSet<>();

    Coverage(List<MachineSpec> machines) {
        this.machines = machines;
        for (MachineSpec machine : machines) {
            String role = machine.model().name();
            states.put(role, new boolean[machine.model().states().size()]);
            transitions.put(role, new boolean[machine.model().transitions().size()]);
        }
    }

    /**
     * Counts what a step has done.
     *
     * @param from the state before it; of a beginning the one after it
     */
    void step(SystemState from, Successor step) {
        for (Reaction reaction : step.reactions()) {
            boolean isSilent =
                    reaction.notAwaited() == null && reaction.misaddressed().isEmpty();
            if (isSilent && counted.get(reaction.number())) {
                continue;
            }
            counted.set(reaction.number());
            String role = reaction.next().member.role();
            boolean[] taken = transitions.getOrDefault(role, new boolean[0]);
            boolean[] reached = states.getOrDefault(role, new boolean[0]);
            for (TransitionModel transition : reaction.moved()) {
                taken[transition.index()] = true;
                reached[transition.from()] = true;
            }
            reach(reaction.next());
            if (reaction.notAwaited() != null) {
                notice(role + " no longer awaits " + reaction.notAwaited() + " in "
                        + from.actors[reaction.next().member.place()].state().name());
            }
            reaction.misaddressed()
                    .forEach(message ->
                            notice(role + " sends " + message.name() + " to a peer that does not receive it"));
        }
    }

    private void reach(ActorState actor) {
        if (seen.add(actor.number)) {
            boolean[] reached = states.getOrDefault(actor.member.role(), new boolean[0]);
            List<StateModel> models = actor.member.machine().model().states();
            for (int i = 0; i < reached.length; i++) {
                reached[i] |= models.get(i).name().equals(actor.state().name());
            }
        }
    }

    /** Counts the messages that wait for ever in a state in which nothing more happens. */
    void quiet(SystemState state) {
        for (ActorState actor : state.actors) {
            actor.configuration
                    .waiting()
                    .forEach(waiting -> notice(
                            actor.member.role() + " keeps " + waiting.message().name() + " for ever in "
                                    + actor.state().name()));
        }
    }

    /** Counts something. */
    void notice(String what) {
        notices.merge(what, 1L, Long::sum);
    }

    /** What was noticed and how often, in the order in which it was first seen. */
    Map<String, Long> notices() {
        return notices;
    }

    /** For each role that takes part, the states and transitions that were never come by. */
    List<String> unreached(Set<String> roles) {
        List<String> unreached = new ArrayList<>();
        for (MachineSpec machine : machines) {
            String role = machine.model().name();
            if (roles.contains(role)) {
                boolean[] reached = states.getOrDefault(role, new boolean[0]);
                boolean[] taken = transitions.getOrDefault(role, new boolean[0]);
                for (int i = 0; i < reached.length; i++) {
                    if (!reached[i]) {
                        unreached.add(
                                role + "." + machine.model().states().get(i).name());
                    }
                }
                for (TransitionModel transition : machine.model().transitions()) {
                    if (!taken[transition.index()]) {
                        unreached.add(text(machine, transition));
                    }
                }
            }
        }
        return unreached;
    }

    private static String text(MachineSpec machine, TransitionModel transition) {
        Position place = transition.span().source().position(transition.span().start());
        List<StateModel> states = machine.model().states();
        return machine.model().name() + ": " + states.get(transition.from()).name() + " -> "
                + states.get(transition.then().to()).name() + " in line " + place.line();
    }
}
