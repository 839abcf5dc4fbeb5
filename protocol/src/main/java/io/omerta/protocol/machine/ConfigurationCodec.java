package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.wire.Mismatch;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Configurations of one machine as values, for journals and replays. What is decoded is a configuration that the machine
 * could be in as far as types, timers and bounds tell.
 */
public final class ConfigurationCodec {
    /** What became of a value that should be a configuration. */
    public sealed interface Restored {
        record Accepted(Configuration configuration) implements Restored {}

        /** @param reason in one line */
        record Refused(String reason) implements Restored {}
    }

    private static final StructShape CONFIGURATION =
            StructShape.of("CONFIGURATION", "actor", "state", "variables", "armed", "expired", "composed", "waiting");
    private static final StructShape WAITING = StructShape.of("WAITING", "sender", "since", "body");

    private final TransactionSpec transaction;
    private final MachineSpec machine;
    private final StructShape variables;
    private final TypedCodec codec;

    /** @param role whose configurations are encoded */
    public ConfigurationCodec(TransactionSpec transaction, String role) {
        this.transaction = transaction;
        this.machine = transaction.machine(role);
        List<String> names = new ArrayList<>();
        List<TypeDescriptor> types = new ArrayList<>();
        for (VariableModel variable : machine.model().variables()) {
            TypeDescriptor type = variable.type().descriptor();
            if (type == null) {
                throw new IllegalArgumentException("variable " + variable.name() + " has type "
                        + variable.type().notation() + ", which is no type of values");
            }
            names.add(variable.name());
            types.add(new TypeDescriptor.OptionalOf(type));
        }
        this.variables = StructShape.of(role, names);
        this.codec = new TypedCodec("configuration", new TypeDescriptor.StructOf(variables, types));
    }

    /**
     * The configuration as a value. Equal configurations give equal values.
     *
     * @throws IllegalArgumentException if the value would exceed the limits of values
     */
    public Value encode(Configuration configuration) {
        List<Value> waiting = new ArrayList<>();
        for (Configuration.Waiting message : configuration.waiting()) {
            waiting.add(
                    Struct.of(WAITING, message.sender(), new Value.Timestamp(message.sinceMillis()), message.body()));
        }
        return Struct.of(
                CONFIGURATION,
                new Value.EnumMember(configuration.actor().name()),
                machine.states[configuration.state].name,
                Struct.of(variables, configuration.store),
                new Value.Int(configuration.armed),
                new Value.Int(configuration.expired),
                new Value.Int(configuration.composed),
                ValueList.of(waiting));
    }

    /** The configuration that a value is the encoding of. Never throws. */
    public Restored decode(Value value) {
        if (!(value instanceof Struct struct) || !struct.shape().equals(CONFIGURATION)) {
            return new Restored.Refused("expected " + CONFIGURATION);
        }
        if (!struct.get(0).equals(new Value.EnumMember(machine.model().name()))) {
            return new Restored.Refused(
                    "expected a configuration of " + machine.model().name());
        }
        int state = place(struct.get(1));
        if (state < 0) {
            return new Restored.Refused(machine.model().name() + " has no state " + struct.get(1));
        }
        Mismatch mismatch = codec.check(struct.get(2));
        if (mismatch != null) {
            return new Restored.Refused(mismatch.message());
        }
        if (!(struct.get(3) instanceof Value.Int armed)
                || !(struct.get(4) instanceof Value.Int expired)
                || !(struct.get(5) instanceof Value.Int composed)
                || !(struct.get(6) instanceof ValueList messages)) {
            return new Restored.Refused("expected three integers and a list of messages");
        }
        long timers = machine.states[state].timers;
        if (((armed.value() | expired.value()) & ~timers) != 0 || (armed.value() & expired.value()) != 0) {
            return new Restored.Refused("a timer is armed or expired that the state does not have, or it is both");
        }
        if ((composed.value() & ~machine.compositions()) != 0) {
            return new Restored.Refused(
                    "a composition was called that " + machine.model().name() + " does not have");
        }
        List<Configuration.Waiting> waiting = new ArrayList<>();
        String refusal = waiting(messages, waiting);
        if (!refusal.isEmpty()) {
            return new Restored.Refused(refusal);
        }
        return new Restored.Accepted(new Configuration(
                machine.model(),
                state,
                ((Struct) struct.get(2)).values().toArray(Value[]::new),
                armed.value(),
                expired.value(),
                composed.value(),
                waiting.toArray(Configuration.Waiting[]::new),
                null));
    }

    private int place(Value state) {
        for (int i = 0; i < machine.states.length; i++) {
            if (machine.states[i].name.equals(state)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads the messages that wait. What is wrong with them, or the empty text. */
    private String waiting(ValueList messages, List<Configuration.Waiting> waiting) {
        Map<PeerId, Integer> ofSender = new TreeMap<>();
        for (Value element : messages.elements()) {
            if (!(element instanceof Struct entry)
                    || !entry.shape().equals(WAITING)
                    || !(entry.get(0) instanceof PeerId sender)
                    || !(entry.get(1) instanceof Value.Timestamp since)
                    || !(entry.get(2) instanceof Struct body)) {
                return "expected " + WAITING;
            }
            var message = transaction.message(body.shape().name());
            if (message == null) {
                return "there is no message " + body.shape().name();
            }
            Mismatch mismatch = transaction.codec(message.name()).check(body);
            if (mismatch != null) {
                return mismatch.message();
            }
            if (ofSender.merge(sender, 1, Integer::sum) > Step.WAITING_OF_SENDER_MAX
                    || waiting.size() == Step.WAITING_MAX) {
                return "more messages wait than may";
            }
            waiting.add(new Configuration.Waiting(sender, message, body, since.millis()));
        }
        return "";
    }
}
