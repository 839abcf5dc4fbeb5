package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.wire.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A member at one moment. There is one object for equal states, which remembers what each input leads to: most steps of an
 * exploration have been taken before, while others did something else.
 */
final class ActorState {
    final int number;
    final Member member;
    final Configuration configuration;

    /** Place of its state among the actor's. */
    final int state;

    /** Bits of the messages that wait for a later state, by {@link Letter#kind}. */
    final long waiting;

    /** Bits of the messages that can still matter to it, as far as that is known. */
    final long awaited;

    /** As properties see it. */
    final Instance instance;

    /** Random draws so far. */
    final int drawn;

    /** By kind and number of the input. */
    final ReactionTable reactions = new ReactionTable();

    /** Whether what must hold of a member by itself has been found to hold. */
    boolean sound;

    /** What invariants of several members see, null before anybody has looked. */
    @Nullable
    Fingerprint visible;

    ActorState(
            int number,
            Member member,
            Configuration configuration,
            int drawn,
            long waiting,
            @Nullable ActorGraph graph) {
        this.number = number;
        this.member = member;
        this.configuration = configuration;
        this.state = configuration.actor().states().indexOf(configuration.state());
        this.waiting = waiting;
        this.awaited = graph == null ? 0 : graph.awaited(state);
        this.instance = new Instance(member.peer(), configuration);
        this.drawn = drawn;
    }

    StateModel state() {
        return configuration.state();
    }

    boolean hasArmedTimer() {
        return configuration.armedTimers() != 0;
    }

    /** Whether no transition leaves its state. */
    boolean isAtEnd() {
        String name = state().name();
        return configuration.actor().transitions().stream().noneMatch(transition -> configuration
                .actor()
                .states()
                .get(transition.from())
                .name()
                .equals(name));
    }
}
