package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled machine of one role: immutable, shared by all its instances. */
public final class MachineSpec {
    private final ActorModel model;
    private final RecordModel view;
    private final List<Trigger> triggers;
    private final MessageModel[] messages;
    private final Map<String, Integer> messageNumbers = new LinkedHashMap<>();
    private final Configuration initial;

    final State[] states;
    final Timer[] timers;

    /** Locals that the largest of its transitions needs. */
    final int locals;

    MachineSpec(
            ActorModel model,
            State[] states,
            int initialState,
            Timer[] timers,
            List<Trigger> triggers,
            List<MessageModel> messages,
            int locals) {
        this.model = model;
        this.view = model.view();
        this.states = states;
        this.timers = timers;
        this.triggers = List.copyOf(triggers);
        this.locals = locals;
        this.messages = messages.toArray(MessageModel[]::new);
        for (MessageModel message : messages) {
            messageNumbers.put(message.name(), messageNumbers.size());
        }
        Value[] store = new Value[model.variables().size()];
        Arrays.fill(store, Value.Absent.INSTANCE);
        this.initial = new Configuration(model, initialState, store, 0, 0, 0, new Configuration.Waiting[0], null);
    }

    public ActorModel model() {
        return model;
    }

    /** The configuration before the first input, which is {@link MachineInput.Start}. */
    public Configuration initial() {
        return initial;
    }

    /**
     * Takes one input. A pure function of its arguments and of what the surroundings answer; faults, refused inputs and
     * unanswered questions are effects, never exceptions.
     *
     * @param configuration of this machine
     * @param input a received message must be one of this specification's models, and its body of the message's type, as
     *     admission ensures; a message of another model is dropped
     */
    public Outcome step(Configuration configuration, MachineInput input, Surroundings surroundings) {
        return Step.run(this, configuration, input, surroundings);
    }

    /**
     * How long a timer runs.
     *
     * @throws IndexOutOfBoundsException if the actor has no such timer
     */
    public long timerMillis(int timer) {
        return timers[timer].delayMillis();
    }

    /**
     * What properties see of an instance, see {@link ActorModel#view()}.
     *
     * @param at what a view that is too large for a value is a fault of
     */
    Struct view(PeerId peer, Configuration configuration, Node at) {
        Value[] fields = new Value[2 + configuration.store.length];
        fields[0] = states[configuration.state].name;
        fields[1] = peer;
        System.arraycopy(configuration.store, 0, fields, 2, configuration.store.length);
        return CompositeNode.struct(at, view.shape(), fields);
    }

    /** Number of a message, or -1 if it is not of this transaction. */
    int messageNumber(MessageModel message) {
        Integer number = messageNumbers.get(message.name());
        return number != null && messages[number] == message ? number : -1;
    }

    /** A bit for each composition. */
    long compositions() {
        return Arrays.stream(states)
                .flatMap(state -> Arrays.stream(state.compositions))
                .mapToLong(composition -> 1L << composition.number())
                .reduce(0, (a, b) -> a | b);
    }

    @Nullable
    Trigger trigger(String name) {
        for (Trigger trigger : triggers) {
            if (trigger.model().name().equals(name)) {
                return trigger;
            }
        }
        return null;
    }
}
