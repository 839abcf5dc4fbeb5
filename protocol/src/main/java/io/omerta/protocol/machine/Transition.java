package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.TransitionModel;
import org.jspecify.annotations.Nullable;

/** A compiled transition. */
final class Transition {
    /** Of a transition that waits for no timer. */
    static final int NO_TIMER = -1;

    final TransitionModel model;

    /** Number of the timer that it waits for, or {@link #NO_TIMER}. */
    final int timer;

    /** What it gathers, or null. */
    final @Nullable Collect collect;

    final Branch then;
    final @Nullable Branch otherwise;
    private final @Nullable Node guard;

    Transition(
            TransitionModel model,
            int timer,
            @Nullable Collect collect,
            @Nullable Node guard,
            Branch then,
            @Nullable Branch otherwise) {
        this.model = model;
        this.timer = timer;
        this.collect = collect;
        this.guard = guard;
        this.then = then;
        this.otherwise = otherwise;
    }

    /** Whether it can be taken at all: whether its quorum is reached, if it needs one. */
    boolean isCandidate(Frame frame) {
        return collect == null || collect.isReached(frame);
    }

    boolean isGuardTrue(Frame frame) {
        return guard == null || guard.truth(frame);
    }

    /**
     * The branch to take, or null if none can be: that of the first candidate whose guard is true, else the first {@code
     * else}.
     *
     * @param transitions those on one event, in the order in which they are tried
     */
    static @Nullable Branch choose(Transition[] transitions, Frame frame) {
        Branch fallback = null;
        for (Transition transition : transitions) {
            if (transition.isCandidate(frame)) {
                if (transition.isGuardTrue(frame)) {
                    return transition.then;
                }
                if (fallback == null) {
                    fallback = transition.otherwise;
                }
            }
        }
        return fallback;
    }

    /** What taking a transition does. */
    static final class Branch {
        final int to;
        final Action[] actions;

        /** Number of the timer that the transition waits for, or {@link Transition#NO_TIMER}. */
        final int timer;

        final MachineEffect.Moved moved;

        Branch(int to, Action[] actions, int timer, MachineEffect.Moved moved) {
            this.to = to;
            this.actions = actions;
            this.timer = timer;
            this.moved = moved;
        }
    }
}
