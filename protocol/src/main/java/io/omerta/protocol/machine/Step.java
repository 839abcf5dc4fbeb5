package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of one machine: {@code protocol/docs/semantics.md}, section 4, whose numbers the comments give. */
final class Step {
    /** Automatic transitions of one macro-step (4.2). */
    static final int AUTOS_MAX = 64;

    /** Messages that wait (4.6). */
    static final int WAITING_MAX = 256;

    static final int WAITING_OF_SENDER_MAX = 16;
    static final long WAITING_MILLIS_MAX = 10 * 60 * 1000;

    /** Part of a step that is all or nothing. */
    @FunctionalInterface
    private interface MacroStep {
        /** Whether it changed the configuration. */
        boolean run();
    }

    private final MachineSpec machine;
    private final Frame frame;
    private final List<MachineEffect> effects = new ArrayList<>(4);

    private int state;
    private long armed;
    private long expired;
    private long composed;
    private Configuration.Waiting[] waiting;

    private Step(MachineSpec machine, Configuration from, Surroundings surroundings) {
        this.machine = machine;
        this.frame = new Frame(surroundings, from.store, new Value[machine.locals], List.of());
        this.state = from.state;
        this.armed = from.armed;
        this.expired = from.expired;
        this.composed = from.composed;
        this.waiting = from.waiting;
    }

    static Outcome run(MachineSpec machine, Configuration from, MachineInput input, Surroundings surroundings) {
        Step step = new Step(machine, from, surroundings);
        step.take(input);
        step.settle();
        return step.outcome(from);
    }

    /** The input's own macro-step (4.3.1). That of a timer is the first of {@link #settle}. */
    private void take(MachineInput input) {
        if (input instanceof MachineInput.Received received) {
            receive(received);
        } else if (input instanceof MachineInput.Expired timer) {
            expire(timer.timer());
        } else if (input instanceof MachineInput.Triggered trigger) {
            trigger(trigger);
        } else {
            arm(machine.states[state].timers);
            attempt(() -> {
                compose();
                return chase();
            });
        }
    }

    /** What follows from the input: expired timers and waiting messages (4.3.2). */
    private void settle() {
        boolean changed = true;
        boolean handled = true;
        while (changed || handled) {
            // Timers that could not fire are tried again only when something is different.
            changed = changed && expired != 0 && attempt(this::fireTimer);
            handled = false;
            if (!changed) {
                int place = oldestAwaited();
                if (place >= 0) {
                    handled = true;
                    changed = handleWaiting(place);
                }
            }
        }
    }

    private Outcome outcome(Configuration from) {
        Value[] store = frame.store();
        boolean same = state == from.state
                && store == from.store
                && armed == from.armed
                && expired == from.expired
                && composed == from.composed
                && waiting == from.waiting;
        Configuration next =
                same ? from : new Configuration(machine.model(), state, store, armed, expired, composed, waiting, from);
        return new Outcome(next, effects);
    }

    /** Runs a macro-step; a fault undoes it (4.2). Whether it changed the configuration. */
    private boolean attempt(MacroStep macroStep) {
        int stateBefore = state;
        long armedBefore = armed;
        long expiredBefore = expired;
        long composedBefore = composed;
        Configuration.Waiting[] waitingBefore = waiting;
        Value[] storeBefore = frame.store();
        Value[] locals = frame.locals;
        int effectsBefore = effects.size();
        Fault fault;
        frame.beginWork();
        try {
            return macroStep.run();
        } catch (EvaluationFault evaluation) {
            fault = evaluation.fault();
        } catch (UnanswerableException refusal) {
            fault = new Fault(Fault.Kind.UNANSWERABLE, machine.model().span(), String.valueOf(refusal.getMessage()));
        }
        state = stateBefore;
        armed = armedBefore;
        expired = expiredBefore;
        composed = composedBefore;
        waiting = waitingBefore;
        frame.restore(storeBefore);
        frame.locals = locals;
        effects.subList(effectsBefore, effects.size()).clear();
        effects.add(new MachineEffect.Faulted(fault));
        return false;
    }

    private void receive(MachineInput.Received received) {
        MessageModel message = received.message();
        int number = machine.messageNumber(message);
        State here = machine.states[state];
        if (number < 0) {
            drop(Drop.NOT_AWAITED, message.name());
        } else if (here.awaits(number)) {
            attempt(() -> handle(number, received.sender(), received.body()));
        } else {
            switch (here.unmatched[number]) {
                case WAITS -> attempt(() -> await(received));
                case IGNORED -> drop(Drop.IGNORED, message.name());
                case NOT_AWAITED -> drop(Drop.NOT_AWAITED, message.name());
            }
        }
    }

    /** Tries the transitions of the state on a message, collects first (4.5). */
    private boolean handle(int message, PeerId sender, Struct body) {
        State here = machine.states[state];
        for (Transition transition : here.collects[message]) {
            Collect collect = transition.collect;
            Drop reason = collect == null ? Drop.NOT_A_MEMBER : collect.gather(frame, sender, body);
            if (reason == null) {
                if (here.onlyCollects || isAnyReached(here)) {
                    chase();
                }
                return true;
            }
            if (reason != Drop.NOT_A_MEMBER) {
                return drop(reason, body.shape().name());
            }
        }
        Transition[] candidates = here.onMessage[message];
        if (candidates.length == 0) {
            return drop(Drop.NOT_A_MEMBER, body.shape().name());
        }
        frame.locals[0] = body;
        frame.sender = sender;
        return follow(Transition.choose(candidates, frame), body.shape().name());
    }

    private boolean isAnyReached(State here) {
        for (Transition auto : here.autos) {
            if (auto.collect != null && auto.collect.isReached(frame)) {
                return true;
            }
        }
        return false;
    }

    private void trigger(MachineInput.Triggered input) {
        Trigger trigger = machine.trigger(input.trigger());
        if (trigger == null || !trigger.accepts(state, input.arguments())) {
            drop(Drop.TRIGGER_REFUSED, input.trigger());
            return;
        }
        attempt(() -> {
            for (int i = 0; i < input.arguments().size(); i++) {
                frame.locals[i] = input.arguments().get(i);
            }
            Transition[] candidates = machine.states[state].onTrigger[trigger.number()];
            return follow(Transition.choose(candidates, frame), input.trigger());
        });
    }

    private void expire(int timer) {
        if (timer < 0 || timer >= machine.timers.length || (armed & 1L << timer) == 0) {
            drop(Drop.TIMER_NOT_ARMED, "timer " + timer);
            return;
        }
        armed &= ~(1L << timer);
        expired |= 1L << timer;
    }

    /** Tries the expired timers of the state (4.4). */
    private boolean fireTimer() {
        Transition.Branch fallback = null;
        for (Transition timeout : machine.states[state].timeouts) {
            if ((expired & 1L << timeout.timer) != 0) {
                if (timeout.isGuardTrue(frame)) {
                    return fire(timeout.then);
                }
                if (fallback == null) {
                    fallback = timeout.otherwise;
                }
            }
        }
        return fallback != null && fire(fallback);
    }

    private boolean fire(Transition.Branch branch) {
        expired &= ~(1L << branch.timer);
        enter(branch);
        chase();
        return true;
    }

    /** Takes a branch and what follows, or drops the input if there is none. */
    private boolean follow(Transition.@Nullable Branch branch, String input) {
        if (branch == null) {
            return drop(Drop.GUARD_FALSE, input);
        }
        enter(branch);
        chase();
        return true;
    }

    /** Takes automatic transitions until the machine is at rest (4.2). Whether it took one. */
    private boolean chase() {
        for (int taken = 0; ; taken++) {
            Transition.Branch branch = Transition.choose(machine.states[state].autos, frame);
            if (branch == null) {
                return taken > 0;
            }
            if (taken == AUTOS_MAX) {
                throw new EvaluationFault(
                        Fault.Kind.TOO_MANY_TRANSITIONS,
                        branch.moved.transition().span(),
                        "more than " + AUTOS_MAX + " automatic transitions follow each other");
            }
            enter(branch);
        }
    }

    /** Runs the actions of a branch and enters its target; effects in the order of 4.8. */
    private void enter(Transition.Branch branch) {
        effects.add(branch.moved);
        for (Action action : branch.actions) {
            action.run(frame, effects);
        }
        if (branch.to != state) {
            for (long left = armed; left != 0; left &= left - 1) {
                effects.add(machine.timers[Long.numberOfTrailingZeros(left)].cancel());
            }
            armed = 0;
            expired = 0;
            state = branch.to;
            arm(machine.states[state].timers);
            compose();
        } else if (branch.timer != Transition.NO_TIMER) {
            arm(1L << branch.timer);
        }
    }

    private void arm(long timers) {
        for (long left = timers; left != 0; left &= left - 1) {
            effects.add(machine.timers[Long.numberOfTrailingZeros(left)].arm());
        }
        armed |= timers;
    }

    /** Calls the compositions of the state entered that have not been called in this session. */
    private void compose() {
        for (State.Composition composition : machine.states[state].compositions) {
            if ((composed & 1L << composition.number()) == 0) {
                composed |= 1L << composition.number();
                effects.add(new MachineEffect.Compose(composition.model(), arguments(composition)));
            }
        }
    }

    private List<Value> arguments(State.Composition composition) {
        List<Value> arguments = new ArrayList<>(composition.arguments().length);
        for (Node argument : composition.arguments()) {
            arguments.add(argument.present(frame));
        }
        return arguments;
    }

    /** Keeps a message for a later state (4.6). */
    private boolean await(MachineInput.Received received) {
        int ofSender = 0;
        for (Configuration.Waiting other : waiting) {
            if (other.sender().equals(received.sender())) {
                ofSender++;
            }
        }
        if (waiting.length == WAITING_MAX || ofSender == WAITING_OF_SENDER_MAX) {
            return drop(Drop.TOO_MANY_DEFERRED, received.message().name());
        }
        waiting = Arrays.copyOf(waiting, waiting.length + 1);
        waiting[waiting.length - 1] =
                new Configuration.Waiting(received.sender(), received.message(), received.body(), frame.nowMillis());
        effects.add(new MachineEffect.Deferred(received.message()));
        return true;
    }

    /** Place of the oldest waiting message for which the state has a transition or collect, or -1. */
    private int oldestAwaited() {
        State here = machine.states[state];
        for (int i = 0; i < waiting.length; i++) {
            if (here.awaits(machine.messageNumber(waiting[i].message()))) {
                return i;
            }
        }
        return -1;
    }

    /** Takes a message out of the queue and handles it. Whether that changed anything else. */
    private boolean handleWaiting(int place) {
        Configuration.Waiting message = waiting[place];
        Configuration.Waiting[] rest = new Configuration.Waiting[waiting.length - 1];
        System.arraycopy(waiting, 0, rest, 0, place);
        System.arraycopy(waiting, place + 1, rest, place, rest.length - place);
        waiting = rest;
        return attempt(() -> frame.nowMillis() - message.sinceMillis() > WAITING_MILLIS_MAX
                ? drop(Drop.DEFERRED_TOO_LONG, message.message().name())
                : handle(machine.messageNumber(message.message()), message.sender(), message.body()));
    }

    /** Reports that an input came to nothing; false, as nothing changed. */
    private boolean drop(Drop reason, String what) {
        effects.add(new MachineEffect.Dropped(reason, what));
        return false;
    }
}
