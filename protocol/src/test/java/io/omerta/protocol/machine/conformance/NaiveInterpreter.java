package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.StateProperty;
import io.omerta.protocol.machine.Drop;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Section 4: a machine that walks the tree of its protocol and computes everything anew each time. */
final class NaiveInterpreter implements Engine.Run {
    static final Engine ENGINE = new Engine() {
        @Override
        public Engine.Run open(Source protocol, String actor, World world) {
            return new NaiveInterpreter(protocol, actor, world);
        }

        @Override
        public String evaluate(Source protocol, String property, List<Engine.Instance> instances, World world) {
            return NaiveProperties.evaluate(Program.parse(protocol), property, instances, world);
        }
    };

    private static final int AUTOS_MAX = 64;
    private static final int WAITING_OF_ONE_MAX = 16;
    private static final int WAITING_MAX = 256;
    private static final long WAITING_MILLIS_MAX = 600_000;

    private final Program program;
    private final Declaration.Actor actor;
    private final List<ActorMember.Transition> transitions;
    private final World world;
    private NaiveConfiguration at;
    private Scope.Work work = new Scope.Work();
    private final List<String> effects = new ArrayList<>();

    private NaiveInterpreter(Source protocol, String actor, World world) {
        this.program = Program.parse(protocol);
        this.actor = program.actor(actor);
        this.transitions = Program.members(this.actor, ActorMember.Transition.class);
        this.world = world;
        String initial = Program.members(this.actor, ActorMember.State.class).stream()
                .filter(state -> state.properties().contains(StateProperty.INITIAL))
                .map(state -> state.name().text())
                .findFirst()
                .orElseThrow();
        Map<String, Value> store = new LinkedHashMap<>();
        Program.store(this.actor).keySet().forEach(name -> store.put(name, Value.Absent.INSTANCE));
        this.at = new NaiveConfiguration(initial, store);
    }

    @Override
    public String state() {
        return at.state;
    }

    @Override
    public Map<String, Value> variables() {
        return at.store;
    }

    /** Section 4.3. */
    @Override
    public List<String> step(Stimulus stimulus) {
        effects.clear();
        if (stimulus instanceof Stimulus.Start) {
            armTimers();
            macroStep(this::start);
        } else if (stimulus instanceof Stimulus.Message message) {
            receive(message);
        } else if (stimulus instanceof Stimulus.Trigger trigger) {
            if (isAccepted(trigger)) {
                macroStep(() -> trigger(trigger));
            } else {
                drop(Drop.TRIGGER_REFUSED);
            }
        } else if (stimulus instanceof Stimulus.Expire expire) {
            if (at.armed.remove(expire.transition())) {
                at.expired.add(expire.transition());
            } else {
                drop(Drop.TIMER_NOT_ARMED);
            }
        }
        comeToRest();
        return List.copyOf(effects);
    }

    private void comeToRest() {
        boolean changed = true;
        while (true) {
            if (changed) {
                changed = macroStep(this::timers);
                if (changed) {
                    continue;
                }
            }
            NaiveConfiguration.Waiting oldest = at.waiting.stream()
                    .filter(waiting -> NaiveDeferral.awaits(
                            transitions, at.state, waiting.message().name()))
                    .findFirst()
                    .orElse(null);
            if (oldest == null) {
                return;
            }
            at.waiting.remove(oldest);
            if (world.nowMillis - oldest.since() > WAITING_MILLIS_MAX) {
                drop(Drop.DEFERRED_TOO_LONG);
            } else {
                changed = receive(oldest.message());
            }
        }
    }

    /** What a macro-step does: whether a transition was taken, or a message gathered. */
    @FunctionalInterface
    private interface Part {
        boolean run();
    }

    /** Section 4.2: all or nothing. */
    private boolean macroStep(Part part) {
        NaiveConfiguration before = at.copy();
        int effectsBefore = effects.size();
        work = new Scope.Work();
        try {
            return part.run();
        } catch (NaiveFault fault) {
            at = before;
            effects.subList(effectsBefore, effects.size()).clear();
            effects.add("fault " + fault.kind);
            return false;
        }
    }

    private void drop(Drop reason) {
        effects.add("drop " + reason.name());
    }

    private Scope scope(Map<String, Variable> locals, Stimulus.@Nullable Message message) {
        Map<String, Variable> store = new LinkedHashMap<>();
        Program.store(actor)
                .forEach((name, type) ->
                        store.put(name, new Variable(type, Objects.requireNonNull(at.store.get(name)))));
        return new Scope(program, world, work, locals, store, message, Map.of());
    }

    private Scope scope() {
        return scope(Map.of(), null);
    }

    /** Section 4.1. */
    private List<ActorMember.Transition> leaving(Predicate<Event> event) {
        return transitions.stream()
                .filter(transition -> transition.from().text().equals(at.state) && event.test(transition.event()))
                .toList();
    }

    private boolean takeFirst(List<ActorMember.Transition> candidates, Scope scope) {
        for (ActorMember.Transition candidate : candidates) {
            Expression guard = candidate.guard();
            if (guard == null || NaiveExpressions.isTrue(guard, scope)) {
                take(candidate, false, scope);
                return true;
            }
        }
        for (ActorMember.Transition candidate : candidates) {
            if (candidate.otherwise() != null) {
                take(candidate, true, scope);
                return true;
            }
        }
        return false;
    }

    private void take(ActorMember.Transition transition, boolean otherwise, Scope scope) {
        Name target = otherwise ? Objects.requireNonNull(transition.otherwise()).to() : transition.to();
        Body<Action> actions =
                otherwise ? Objects.requireNonNull(transition.otherwise()).actions() : transition.actions();
        effects.add((otherwise ? "else " : "take ") + place(transition) + " " + at.state + " -> " + target);
        actions.forEach(action -> effects.addAll(NaiveActions.run(action, at, scope(scope.locals(), scope.message()))));
        boolean timeout = transition.event() instanceof Event.Timeout;
        if (timeout) {
            at.expired.remove(place(transition));
        }
        if (!target.text().equals(at.state)) {
            enter(target.text());
        } else if (timeout) {
            arm(transition);
        }
    }

    private int place(ActorMember.Transition transition) {
        return transitions.indexOf(transition);
    }

    private void enter(String state) {
        at.armed.forEach(timer -> effects.add("cancel " + timer));
        at.armed.clear();
        at.expired.clear();
        at.state = state;
        armTimers();
        compose();
    }

    private void armTimers() {
        leaving(event -> event instanceof Event.Timeout).forEach(this::arm);
    }

    private void compose() {
        if (at.composed.add(at.state)) {
            for (Declaration.Composition composition :
                    program.compositions(actor.name().text(), at.state)) {
                effects.add(NaiveActions.compose(composition, scope()));
            }
        }
    }

    private void arm(ActorMember.Transition transition) {
        at.armed.add(place(transition));
        effects.add("arm " + place(transition) + " " + delay(transition));
    }

    private long delay(ActorMember.Transition transition) {
        Event.Timeout timeout = (Event.Timeout) transition.event();
        Variable parameter =
                Objects.requireNonNull(program.parameter(timeout.parameter().text()));
        return ((Value.Int) parameter.value()).value();
    }

    // Inputs.

    private boolean start() {
        compose();
        chaseAutos();
        return true;
    }

    private void chaseAutos() {
        int followed = 0;
        while (true) {
            // One candidate at a time, so that a guard after the one that is true is never evaluated.
            List<ActorMember.Transition> candidates = new ArrayList<>();
            ActorMember.Transition open = null;
            for (ActorMember.Transition transition :
                    leaving(event -> event instanceof Event.Auto || event instanceof Event.Collect)) {
                boolean ready = !(transition.event() instanceof Event.Collect collect)
                        || NaiveCollect.isComplete(collect, scope());
                if (ready) {
                    candidates.add(transition);
                    if (transition.guard() == null || NaiveExpressions.isTrue(transition.guard(), scope())) {
                        open = transition;
                        break;
                    }
                }
            }
            ActorMember.Transition next = open != null
                    ? open
                    : candidates.stream()
                            .filter(candidate -> candidate.otherwise() != null)
                            .findFirst()
                            .orElse(null);
            if (next == null) {
                return;
            }
            if (++followed > AUTOS_MAX) {
                throw new NaiveFault(Fault.Kind.TOO_MANY_TRANSITIONS);
            }
            take(next, open == null, scope());
        }
    }

    private boolean timers() {
        List<ActorMember.Transition> candidates =
                new ArrayList<>(leaving(event -> event instanceof Event.Timeout).stream()
                        .filter(transition -> at.expired.contains(place(transition)))
                        .toList());
        candidates.sort((a, b) -> Long.compare(delay(a), delay(b)));
        boolean taken = takeFirst(candidates, scope());
        if (taken) {
            chaseAutos();
        }
        return taken;
    }

    private boolean isAccepted(Stimulus.Trigger trigger) {
        return Program.members(actor, ActorMember.Trigger.class).stream()
                .filter(declared -> declared.name().text().equals(trigger.name()))
                .anyMatch(declared -> declared.states().stream()
                                .anyMatch(state -> state.text().equals(at.state))
                        && declared.parameters().size() == trigger.arguments().size()
                        && arguments(declared, trigger).values().stream()
                                .allMatch(argument ->
                                        NaiveExpressions.isOfType(argument.value(), argument.type(), program)));
    }

    private static Map<String, Variable> arguments(ActorMember.Trigger declared, Stimulus.Trigger trigger) {
        Map<String, Variable> arguments = new LinkedHashMap<>();
        for (int i = 0; i < trigger.arguments().size(); i++) {
            Field parameter = declared.parameters().get(i);
            arguments.put(
                    parameter.name().text(),
                    new Variable(Ty.of(parameter.type()), trigger.arguments().get(i)));
        }
        return arguments;
    }

    private boolean trigger(Stimulus.Trigger trigger) {
        ActorMember.Trigger declared = Program.trigger(actor, trigger.name());
        boolean taken = takeFirst(
                leaving(event -> NaiveDeferral.isOn(event, trigger.name())), scope(arguments(declared, trigger), null));
        if (taken) {
            chaseAutos();
        } else {
            drop(Drop.GUARD_FALSE);
        }
        return taken;
    }

    // Messages.

    private boolean receive(Stimulus.Message message) {
        if (NaiveDeferral.awaits(transitions, at.state, message.name())) {
            return macroStep(() -> handle(message));
        }
        deferOrDrop(message);
        return false;
    }

    /** Section 4.5. */
    private boolean handle(Stimulus.Message message) {
        for (ActorMember.Transition transition : leaving(event -> NaiveDeferral.isCollectOf(event, message.name()))) {
            Event.Collect collect = (Event.Collect) transition.event();
            Drop refusal = NaiveCollect.refusal(collect, scope(Map.of(), message));
            if (refusal == null) {
                at.store.put(collect.votes().text(), NaiveCollect.gathered(collect, scope(Map.of(), message)));
                if (isAnyQuorumReached()) {
                    chaseAutos();
                }
                return true;
            }
            if (refusal != Drop.NOT_A_MEMBER) {
                drop(refusal);
                return false;
            }
        }
        List<ActorMember.Transition> candidates = leaving(event -> NaiveDeferral.isOn(event, message.name()));
        boolean taken = takeFirst(candidates, scope(Map.of(), message));
        if (taken) {
            chaseAutos();
        } else {
            drop(candidates.isEmpty() ? Drop.NOT_A_MEMBER : Drop.GUARD_FALSE);
        }
        return taken;
    }

    private boolean isAnyQuorumReached() {
        return leaving(event -> event instanceof Event.Collect).stream()
                .anyMatch(transition -> NaiveCollect.isComplete((Event.Collect) transition.event(), scope()));
    }

    /** Section 4.6. */
    private void deferOrDrop(Stimulus.Message message) {
        DeferralKind declared = NaiveDeferral.declared(actor, at.state, message.name());
        if (declared == DeferralKind.IGNORE) {
            drop(Drop.IGNORED);
        } else if (declared == null && !NaiveDeferral.isAwaitedLater(transitions, at.state, message.name())) {
            drop(Drop.NOT_AWAITED);
        } else if (at.waiting.size() >= WAITING_MAX || waitingOf(message) >= WAITING_OF_ONE_MAX) {
            drop(Drop.TOO_MANY_DEFERRED);
        } else {
            at.waiting.add(new NaiveConfiguration.Waiting(message, world.nowMillis));
            effects.add("defer " + message.name());
        }
    }

    private long waitingOf(Stimulus.Message message) {
        return at.waiting.stream()
                .filter(waiting -> waiting.message().sender().equals(message.sender()))
                .count();
    }
}
