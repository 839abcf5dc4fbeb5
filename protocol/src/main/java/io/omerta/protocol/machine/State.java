package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;

/** A compiled state: for each input the transitions that leave it. */
final class State {
    /** What becomes of a message for which the state has no transition. */
    enum Unmatched {
        WAITS,
        IGNORED,
        NOT_AWAITED
    }

    /** A call of another transaction's trigger. */
    record Composition(int number, CompositionModel model, Node[] arguments) {}

    final Value.EnumMember name;

    /** Automatic transitions and collects, in declared order. */
    final Transition[] autos;

    /** Whether all of {@link #autos} are collects, so that without a quorum none can be taken. */
    final boolean onlyCollects;

    /** Without collects, by number of the message. */
    final Transition[][] onMessage;

    /** By number of the message. */
    final Transition[][] collects;

    /** By number of the trigger. */
    final Transition[][] onTrigger;

    /** In the order in which expired ones are tried: by delay, then as declared. */
    final Transition[] timeouts;

    /** A bit for each of its timers. */
    final long timers;

    /** By number of the message. */
    final Unmatched[] unmatched;

    final Composition[] compositions;

    State(
            Value.EnumMember name,
            Transition[] autos,
            Transition[][] onMessage,
            Transition[][] collects,
            Transition[][] onTrigger,
            Transition[] timeouts,
            Unmatched[] unmatched,
            Composition[] compositions) {
        this.name = name;
        this.autos = autos;
        this.onlyCollects = Arrays.stream(autos).allMatch(auto -> auto.collect != null);
        this.onMessage = onMessage;
        this.collects = collects;
        this.onTrigger = onTrigger;
        this.timeouts = timeouts;
        this.timers = Arrays.stream(timeouts)
                .mapToLong(timeout -> 1L << timeout.timer)
                .reduce(0, (a, b) -> a | b);
        this.unmatched = unmatched;
        this.compositions = compositions;
    }

    /** Whether it has a transition or a collect for a message. */
    boolean awaits(int message) {
        return onMessage[message].length > 0 || collects[message].length > 0;
    }
}
