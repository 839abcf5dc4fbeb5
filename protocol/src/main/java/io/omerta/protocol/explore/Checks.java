package io.omerta.protocol.explore;

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

    private final Session session;
    private final SymbolicTerms terms;
    private final List<PropertySpec> invariants = new ArrayList<>();
    private final List<PropertySpec> eventualities = new ArrayList<>();
    private final TimeoutLiveness timeouts;
    private final boolean called;

    /** The members of states in which the invariants have been found to hold. */
    private final VisitedStates held = new VisitedStates();

    private final StructuralHash hash = new StructuralHash();

    /** @param called whether hosts may call anything, without which nothing has begun */
    Checks(
            Session session,
            SymbolicTerms terms,
            List<PropertySpec> properties,
            TimeoutLiveness timeouts,
            boolean called) {
        this.session = session;
        this.terms = terms;
        this.timeouts = timeouts;
        this.called = called;
        for (PropertySpec property : properties) {
            (property.model().deadline() == null ? invariants : eventualities).add(property);
        }
    }

    /** Names of all properties. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(NO_FAULT, NO_DEADLOCK, RESTS));
        invariants.forEach(property -> names.add(name(property)));
        eventualities.forEach(property -> names.add(name(property)));
        return names;
    }

    private static String name(PropertySpec property) {
        return (property.model().deadline() == null ? "invariant " : "eventually ")
                + property.model().name();
    }

    /** What is wrong with a step or the state after it, or null. */
    @Nullable
    Violation check(Successor step) {
        Violation violation = fault(step.reaction());
        return violation == null ? check(step.next()) : violation;
    }

    /** What is wrong with a step as such, or null. */
    static @Nullable Violation fault(@Nullable Reaction reaction) {
        if (reaction == null
                || reaction.fault() == null
                || reaction.next().member.byzantine()) {
            return null;
        }
        Fault fault = reaction.fault();
        Position place = fault.place().source().position(fault.place().start());
        return new Violation(
                NO_FAULT,
                reaction.next().member + " in " + reaction.next().state().name() + ": " + fault.detail() + " (line "
                        + place.line() + ")");
    }

    /** What is wrong with a state, or null. */
    @Nullable
    Violation check(SystemState state) {
        hash.clear();
        for (ActorState actor : state.actors) {
            hash.add(actor.number);
        }
        Fingerprint members = new Fingerprint(hash.high(), hash.low());
        if (!held.contains(members)) {
            Violation violation = unrest(state);
            violation = violation == null ? first(invariants, state) : violation;
            if (violation != null) {
                return violation;
            }
            held.add(members, VisitedStates.NO_PARENT, 0);
        }
        if (!state.isQuiet()) {
            return null;
        }
        Violation stuck = stuck(state);
        return stuck == null && (state.called != 0 || !called) ? first(eventualities, state) : stuck;
    }

    private @Nullable Violation unrest(SystemState state) {
        for (ActorState actor : state.actors) {
            // Who has no timer may still be waiting for a message; whether it waits in vain shows in quiet states.
            if (!actor.member.byzantine() && actor.hasArmedTimer() && !timeouts.comesToRest(actor)) {
                return new Violation(
                        RESTS,
                        actor.member + " in " + actor.state().name()
                                + " has timers, but if all messages are lost they do not bring it to a terminal or idle"
                                + " state");
            }
        }
        return null;
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

    private @Nullable Violation first(List<PropertySpec> properties, SystemState state) {
        if (properties.isEmpty()) {
            return null;
        }
        Map<String, List<Instance>> instances = instances(state);
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
