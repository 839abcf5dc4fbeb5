package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.DeferralModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compiles the machine of one actor. */
final class MachineCompiler {
    /** Timers, and compositions, of one actor: each has a bit. */
    private static final int BITS_MAX = Long.SIZE;

    private final ProtocolModel protocol;
    private final int place;
    private final ActorModel actor;
    private final TermCompiler terms;
    private final Map<String, Value> parameters;
    private final List<Transition> transitions = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<State.Composition> compositions = new ArrayList<>();

    /** At least one: collects put the message that they look at into local 0. */
    private int locals = 1;

    /** @param place of the actor in the protocol */
    MachineCompiler(ProtocolModel protocol, int place, TermCompiler terms, Map<String, Value> parameters) {
        this.protocol = protocol;
        this.place = place;
        this.actor = protocol.actors().get(place);
        this.terms = terms;
        this.parameters = parameters;
    }

    MachineSpec compile() {
        actor.transitions().forEach(transition -> transitions.add(transition(transition)));
        compileCompositions();
        requireBits(timers.size(), "timeouts");
        requireBits(compositions.size(), "compositions");
        boolean[][] reachable = reachable();
        List<State> states = new ArrayList<>();
        for (int i = 0; i < actor.states().size(); i++) {
            states.add(state(i, reachable[i]));
        }
        List<Trigger> triggers = new ArrayList<>();
        for (TriggerModel trigger : actor.triggers()) {
            locals = Math.max(locals, trigger.parameters().size());
            triggers.add(new Trigger(triggers.size(), trigger, codecs(trigger)));
        }
        return new MachineSpec(
                actor,
                states.toArray(State[]::new),
                initialState(),
                timers.toArray(Timer[]::new),
                triggers,
                protocol.messages(),
                locals);
    }

    private int initialState() {
        for (int i = 0; i < actor.states().size(); i++) {
            if (actor.states().get(i).initial()) {
                return i;
            }
        }
        throw new IllegalArgumentException("actor " + actor.name() + " has no initial state");
    }

    private void requireBits(int count, String what) {
        if (count > BITS_MAX) {
            throw new IllegalArgumentException("actor " + actor.name() + " has " + count + " " + what + ", at most "
                    + BITS_MAX + " allowed: divide it into two actors");
        }
    }

    private static List<TypedCodec> codecs(TriggerModel trigger) {
        List<TypedCodec> codecs = new ArrayList<>();
        trigger.parameters().forEach(parameter -> {
            TypeDescriptor descriptor = parameter.type().descriptor();
            if (descriptor == null) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " of " + trigger.name()
                        + " has type " + parameter.type().notation() + ", which is no type of values");
            }
            codecs.add(new TypedCodec(parameter.name(), descriptor));
        });
        return codecs;
    }

    private Transition transition(TransitionModel model) {
        locals = Math.max(locals, model.locals());
        int timer = Transition.NO_TIMER;
        Collect collect = null;
        if (model.event() instanceof EventModel.OnTimeout timeout) {
            timer = timers.size();
            timers.add(Timer.of(timer, delayMillis(timeout.parameter())));
        } else if (model.event() instanceof EventModel.OnCollect event) {
            collect = collect(event);
        }
        TransitionModel.Branch otherwise = model.otherwise();
        return new Transition(
                model,
                timer,
                collect,
                terms.compileOptional(model.guard()),
                branch(model, model.then(), timer, false),
                otherwise == null ? null : branch(model, otherwise, timer, true));
    }

    private long delayMillis(ParameterModel parameter) {
        Value value = parameters.getOrDefault(parameter.name(), parameter.value());
        if (value instanceof Value.Int millis && millis.value() >= 0) {
            return millis.value();
        }
        throw new IllegalArgumentException("parameter " + parameter.name()
                + " is the delay of a timeout and must be at least 0 ms, but is " + value);
    }

    private Collect collect(EventModel.OnCollect event) {
        return new Collect(
                event.members(),
                terms.compile(event.threshold()),
                event.voterField(),
                terms.compileOptional(event.agreement()),
                terms.compileOptional(event.condition()),
                event.votes());
    }

    private Transition.Branch branch(
            TransitionModel transition, TransitionModel.Branch model, int timer, boolean otherwise) {
        return new Transition.Branch(
                model.to(),
                model.operations().stream().map(this::action).toArray(Action[]::new),
                timer,
                new MachineEffect.Moved(transition, otherwise));
    }

    private Action action(OperationModel operation) {
        if (operation instanceof OperationModel.Assign assign) {
            return new Action.Assign(assign.slot(), terms.compile(assign.value()));
        }
        if (operation instanceof OperationModel.AppendValue append) {
            return new Action.AppendValue(append.slot(), terms.compile(append.value()));
        }
        if (operation instanceof OperationModel.Send send) {
            return new Action.Send(terms.compile(send.target()), payload(send.message(), send.payload()));
        }
        if (operation instanceof OperationModel.Broadcast broadcast) {
            return new Action.Broadcast(
                    terms.compile(broadcast.recipients()), payload(broadcast.message(), broadcast.payload()));
        }
        OperationModel.AppendBlock append = (OperationModel.AppendBlock) operation;
        return new Action.AppendBlock(
                append.block(),
                terms.compileRecord(append.payload(), append.block().body().shape()));
    }

    private Action.Payload payload(MessageModel message, Term.RecordOf content) {
        SignedBody signed = message.signed() ? new SignedBody(message.body().shape()) : null;
        StructShape shape = signed == null ? message.body().shape() : signed.unsigned();
        return new Action.Payload(message, terms.compileRecord(content, shape), signed);
    }

    private void compileCompositions() {
        for (CompositionModel composition : protocol.compositions()) {
            if (composition.actor() == place) {
                locals = Math.max(locals, composition.locals());
                compositions.add(new State.Composition(
                        compositions.size(), composition, terms.compileAll(composition.arguments())));
            }
        }
    }

    private State state(int number, boolean[] reachable) {
        StateModel model = actor.states().get(number);
        List<MessageModel> messages = protocol.messages();
        State.Unmatched[] unmatched = new State.Unmatched[messages.size()];
        Transition[][] onMessage = new Transition[messages.size()][];
        Transition[][] collects = new Transition[messages.size()][];
        for (int i = 0; i < unmatched.length; i++) {
            MessageModel message = messages.get(i);
            unmatched[i] = unmatched(number, message, reachable);
            onMessage[i] = leaving(number, event -> isOn(event, message));
            collects[i] = leaving(number, event -> isCollectOf(event, message));
        }
        Transition[][] onTrigger = new Transition[actor.triggers().size()][];
        for (int i = 0; i < onTrigger.length; i++) {
            TriggerModel trigger = actor.triggers().get(i);
            onTrigger[i] = leaving(
                    number,
                    event -> event instanceof EventModel.OnTrigger on
                            && on.trigger().name().equals(trigger.name()));
        }
        Transition[] timeouts = leaving(number, event -> event instanceof EventModel.OnTimeout);
        Arrays.sort(timeouts, Comparator.comparingLong(timeout -> timers.get(timeout.timer)
                .delayMillis()));
        return new State(
                new Value.EnumMember(model.name()),
                leaving(number, event -> event instanceof EventModel.Auto || event instanceof EventModel.OnCollect),
                onMessage,
                collects,
                onTrigger,
                timeouts,
                unmatched,
                compositions.stream()
                        .filter(composition -> composition.model().state() == number)
                        .toArray(State.Composition[]::new));
    }

    private Transition[] leaving(int state, Predicate<EventModel> event) {
        return transitions.stream()
                .filter(transition -> transition.model.from() == state && event.test(transition.model.event()))
                .toArray(Transition[]::new);
    }

    private State.Unmatched unmatched(int state, MessageModel message, boolean[] reachable) {
        for (DeferralModel deferral : actor.deferrals()) {
            if (deferral.state() == state && deferral.message().name().equals(message.name())) {
                return deferral.kind() == DeferralKind.DEFER ? State.Unmatched.WAITS : State.Unmatched.IGNORED;
            }
        }
        boolean awaited = transitions.stream()
                .anyMatch(transition -> reachable[transition.model.from()]
                        && (isOn(transition.model.event(), message) || isCollectOf(transition.model.event(), message)));
        return awaited ? State.Unmatched.WAITS : State.Unmatched.NOT_AWAITED;
    }

    private static boolean isOn(EventModel event, MessageModel message) {
        return event instanceof EventModel.OnMessage on && on.message().name().equals(message.name());
    }

    private static boolean isCollectOf(EventModel event, MessageModel message) {
        return event instanceof EventModel.OnCollect on && on.message().name().equals(message.name());
    }

    /** For each state, which states can be reached from it by one transition or more. */
    private boolean[][] reachable() {
        int count = actor.states().size();
        boolean[][] reachable = new boolean[count][count];
        for (Transition transition : transitions) {
            reachable[transition.model.from()][transition.then.to] = true;
            Transition.@Nullable Branch otherwise = transition.otherwise;
            if (otherwise != null) {
                reachable[transition.model.from()][otherwise.to] = true;
            }
        }
        for (int by = 0; by < count; by++) {
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    reachable[from][to] |= reachable[from][by] && reachable[by][to];
                }
            }
        }
        return reachable;
    }
}
