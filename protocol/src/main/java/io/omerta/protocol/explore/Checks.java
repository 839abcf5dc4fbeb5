package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.source.Position;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.machine.PropertySpec;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in every state and of every step: of all protocols that nobody is stuck, that lost messages stop nobody
 * for ever, and that no machine faults; and what the file itself says. Liars are held to nothing.
 */
final class Checks {
    static final String NO_FAULT = "no fault";
    static final String NO_DEADLOCK = "no deadlock";
    static final String RESTS = "rests by timeouts alone";
    private static final String NEVER_LATE = "never runs out: ";

    private final Session session;
    private final SymbolicTerms terms;

    /** Invariants that speak of each instance of an actor by itself, by actor. */
    private final Map<String, List<PropertySpec>> ofOne = new LinkedHashMap<>();

    private final List<PropertySpec> ofAll = new ArrayList<>();
    private final List<PropertySpec> eventualities = new ArrayList<>();
    private final List<String> names = new ArrayList<>(List.of(NO_FAULT, NO_DEADLOCK, RESTS));
    private final TimeoutLiveness timeouts;
    private final Visibility visibility;
    private final List<String> punctual;
    private final boolean called;

    /** What the invariants of all members see, where they have been found to hold. */
    private final VisitedStates held = new VisitedStates();

    private final StructuralHash hash = new StructuralHash();

    /**
     * @param punctual parameters whose timeouts no honest member may run into
     * @param called whether hosts may call anything, without which nothing has begun
     */
    Checks(
            Session session,
            SymbolicTerms terms,
            List<PropertySpec> properties,
            TimeoutLiveness timeouts,
            Visibility visibility,
            List<String> punctual,
            boolean called) {
        this.session = session;
        this.terms = terms;
        this.timeouts = timeouts;
        this.visibility = visibility;
        this.punctual = List.copyOf(punctual);
        this.called = called;
        this.punctual.forEach(parameter -> names.add(NEVER_LATE + parameter));
        for (PropertySpec property : properties) {
            String subject = PropertyScope.subject(property.model().condition());
            if (property.model().deadline() != null) {
                eventualities.add(property);
            } else if (subject == null) {
                ofAll.add(property);
            } else {
                ofOne.computeIfAbsent(subject, role -> new ArrayList<>()).add(property);
            }
        }
        properties.stream()
                .filter(property -> property.model().deadline() == null)
                .forEach(property -> names.add(name(property)));
        eventualities.forEach(property -> names.add(name(property)));
    }

    /** Names of all properties. */
    List<String> names() {
        return names;
    }

    private static String name(PropertySpec property) {
        return (property.model().deadline() == null ? "invariant " : "eventually ")
                + property.model().name();
    }

    /** What is wrong with a step or the state after it, or null. */
    @Nullable
    Violation check(Successor step) {
        Violation violation = fault(step);
        return violation == null ? check(step.next()) : violation;
    }

    /** What is wrong with a step as such, or null. */
    @Nullable
    Violation fault(Successor step) {
        for (Reaction reaction : step.reactions()) {
            Fault fault = reaction.fault();
            if (fault != null && !reaction.next().member.byzantine()) {
                return fault(reaction.next(), fault);
            }
            if (!punctual.isEmpty() && !reaction.next().member.byzantine()) {
                for (TransitionModel transition : reaction.moved()) {
                    if (transition.event() instanceof EventModel.OnTimeout timeout
                            && punctual.contains(timeout.parameter().name())) {
                        return new Violation(
                                NEVER_LATE + timeout.parameter().name(),
                                reaction.next().member + " waited for all of it");
                    }
                }
            }
        }
        return null;
    }

    private static Violation fault(ActorState actor, Fault fault) {
        Position place = fault.place().source().position(fault.place().start());
        return new Violation(
                NO_FAULT,
                actor.member + " in " + actor.state().name() + ": " + fault.detail() + " (line " + place.line() + ")");
    }

    /** What is wrong with a state, or null. */
    @Nullable
    Violation check(SystemState state) {
        Violation violation = null;
        for (int i = 0; i < state.actors.length && violation == null; i++) {
            violation = check(state.actors[i]);
        }
        if (violation == null && !ofAll.isEmpty()) {
            violation = checkTogether(state);
        }
        if (violation == null && state.due != null && state.letters.length == 0) {
            violation = overdue(state, state.due.next() - Domains.NOW_MILLIS);
        }
        if (violation != null || !state.isQuiet()) {
            return violation;
        }
        Violation stuck = stuck(state);
        return stuck == null && (state.called != 0 || !called) ? first(eventualities, instances(state)) : stuck;
    }

    /**
     * What should hold by now, in a state in which nothing happens until a moment.
     *
     * @param untilMillis since the session began
     */
    private @Nullable Violation overdue(SystemState state, long untilMillis) {
        List<PropertySpec> due = new ArrayList<>();
        for (PropertySpec property : eventualities) {
            if (property.deadlineMillis() < untilMillis) {
                due.add(property);
            }
        }
        return due.isEmpty() || (state.called == 0 && called) ? null : first(due, instances(state));
    }

    /** What is wrong with a member, whatever the others are like. */
    private @Nullable Violation check(ActorState actor) {
        if (actor.sound || actor.member.byzantine()) {
            return null;
        }
        // Who has no timer may still be waiting for a message; whether it waits in vain shows in quiet states.
        if (actor.hasArmedTimer() && !timeouts.comesToRest(actor)) {
            return new Violation(
                    RESTS,
                    actor.member + " in " + actor.state().name()
                            + " has timers, but if all messages are lost they do not bring it to a terminal or idle"
                            + " state");
        }
        List<PropertySpec> invariants = ofOne.getOrDefault(actor.member.role(), List.of());
        Map<String, List<Instance>> alone = new LinkedHashMap<>();
        alone.put(actor.member.role(), List.of(actor.instance));
        Violation violation = first(invariants, alone);
        actor.sound = violation == null;
        return violation;
    }

    private @Nullable Violation checkTogether(SystemState state) {
        hash.clear();
        for (ActorState actor : state.actors) {
            Fingerprint visible = visibility.of(actor);
            hash.add(visible.high()).add(visible.low());
        }
        Fingerprint seen = new Fingerprint(hash.high(), hash.low());
        if (held.contains(seen)) {
            return null;
        }
        Violation violation = first(ofAll, instances(state));
        if (violation == null) {
            held.add(seen, VisitedStates.NO_PARENT);
        }
        return violation;
    }

    private @Nullable Violation stuck(SystemState state) {
        for (ActorState actor : state.actors) {
            if (!actor.member.byzantine() && !timeouts.isAtRest(actor)) {
                return new Violation(
                        NO_DEADLOCK,
                        actor.member + " is stuck in " + actor.state().name()
                                + ": no message is in flight, no timer runs, and the state is neither terminal nor idle");
            }
        }
        return null;
    }

    private @Nullable Violation first(List<PropertySpec> properties, Map<String, List<Instance>> instances) {
        for (PropertySpec property : properties) {
            PropertySpec.Verdict verdict = property.evaluate(instances, terms, terms);
            if (verdict instanceof PropertySpec.Verdict.Violated) {
                String description = property.model().description();
                return new Violation(
                        name(property), description.isEmpty() ? "it does not hold" : "not true: " + description);
            }
            if (verdict instanceof PropertySpec.Verdict.Undefined undefined) {
                return new Violation(
                        name(property),
                        "it cannot be evaluated: " + undefined.fault().detail());
            }
        }
        return null;
    }

    private Map<String, List<Instance>> instances(SystemState state) {
        Map<String, List<Instance>> instances = new LinkedHashMap<>();
        for (Member member : session.members()) {
            if (!member.byzantine()) {
                instances
                        .computeIfAbsent(member.role(), role -> new ArrayList<>())
                        .add(state.actors[member.place()].instance);
            }
        }
        return instances;
    }
}
