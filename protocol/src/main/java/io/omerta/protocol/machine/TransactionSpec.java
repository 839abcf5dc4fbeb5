package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.wire.Mismatch;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A checked transaction, compiled: immutable, shared by all sessions and, where there are several, by all threads. */
public final class TransactionSpec {
    private final ProtocolModel model;
    private final Map<String, Value> parameters;
    private final Map<String, MachineSpec> machines;
    private final Map<String, MessageModel> messages;
    private final Map<String, SignedBody> signedBodies;
    private final Map<String, TypedCodec> codecs;
    private final List<PropertySpec> properties;

    private TransactionSpec(
            ProtocolModel model,
            Map<String, Value> parameters,
            Map<String, MachineSpec> machines,
            List<PropertySpec> properties) {
        this.model = model;
        this.parameters = parameters;
        this.machines = machines;
        this.properties = List.copyOf(properties);
        this.messages = new LinkedHashMap<>();
        this.signedBodies = new LinkedHashMap<>();
        this.codecs = new LinkedHashMap<>();
        for (RecordModel struct : model.structs()) {
            codecs.put(struct.name(), new TypedCodec(struct.name(), struct.descriptor()));
        }
        for (MessageModel message : model.messages()) {
            messages.put(message.name(), message);
            if (message.signed()) {
                signedBodies.put(message.name(), new SignedBody(message.body().shape()));
            }
            codecs.put(
                    message.name(),
                    new TypedCodec(message.name(), message.body().descriptor()));
        }
        for (BlockModel block : model.blocks()) {
            codecs.put(block.name(), new TypedCodec(block.name(), block.body().descriptor()));
        }
    }

    /** Compiles a transaction with the values that its parameters are declared with. */
    public static TransactionSpec compile(ProtocolModel model) {
        return compile(model, new TreeMap<>());
    }

    /**
     * Compiles a transaction with other values for some of its parameters.
     *
     * @param overrides values by name of the parameter, each of the parameter's type
     * @throws IllegalArgumentException if a parameter does not exist or a value is not of its type, or if the transaction
     *     exceeds a limit of the engine: 64 timeouts and 64 compositions of an actor
     */
    public static TransactionSpec compile(ProtocolModel model, Map<String, Value> overrides) {
        Map<String, Value> parameters = parameters(model, overrides);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (ActorModel actor : model.actors()) {
            places.put(actor.name(), places.size());
        }
        TermCompiler terms = new TermCompiler(parameters, places);
        Map<String, MachineSpec> machines = new LinkedHashMap<>();
        for (ActorModel actor : model.actors()) {
            machines.put(actor.name(), new MachineCompiler(model, machines.size(), terms, parameters).compile());
        }
        List<PropertySpec> properties = new ArrayList<>();
        for (PropertyModel property : model.properties()) {
            properties.add(PropertySpec.compile(property, terms, parameters, machines));
        }
        return new TransactionSpec(model, parameters, machines, properties);
    }

    /**
     * The same transaction, of whose properties only some are of interest.
     *
     * @param names of those, in any order
     * @throws IllegalArgumentException if it has no property of a name
     */
    public TransactionSpec withProperties(Collection<String> names) {
        Map<String, PropertySpec> all = new LinkedHashMap<>();
        properties.forEach(property -> all.put(property.model().name(), property));
        List<PropertySpec> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(known(all, name, "property", model));
        }
        return new TransactionSpec(model, parameters, machines, chosen);
    }

    private static Map<String, Value> parameters(ProtocolModel model, Map<String, Value> overrides) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (ParameterModel parameter : model.parameters()) {
            Value override = overrides.get(parameter.name());
            values.put(parameter.name(), override == null ? parameter.value() : checked(parameter, override));
        }
        for (String name : overrides.keySet()) {
            known(values, name, "parameter", model);
        }
        return values;
    }

    private static Value checked(ParameterModel parameter, Value override) {
        TypeDescriptor descriptor = parameter.type().descriptor();
        if (descriptor == null) {
            throw new IllegalArgumentException("parameter " + parameter.name() + " has no type of values");
        }
        Mismatch mismatch = new TypedCodec("parameter " + parameter.name(), descriptor).check(override);
        if (mismatch != null) {
            throw new IllegalArgumentException(mismatch.message());
        }
        return override;
    }

    public ProtocolModel model() {
        return model;
    }

    /**
     * The machine of a role.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public MachineSpec machine(String role) {
        return known(machines, role, "role", model);
    }

    /** All machines, in declared order of their roles. */
    public List<MachineSpec> machines() {
        return List.copyOf(machines.values());
    }

    /**
     * The value of a parameter in this compilation.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public Value parameter(String name) {
        return known(parameters, name, "parameter", model);
    }

    /** The message of a name, or null if there is none. */
    public @Nullable MessageModel message(String name) {
        return messages.get(name);
    }

    /** The payload of a signed message, or null if there is no signed message of the name. */
    public @Nullable SignedBody signedBody(String message) {
        return signedBodies.get(message);
    }

    /**
     * Encodes and decodes a struct, message or block.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public TypedCodec codec(String name) {
        return known(codecs, name, "struct, message or block", model);
    }

    /** The properties that must hold of all machines of a session, in declared order. */
    public List<PropertySpec> properties() {
        return properties;
    }

    private static <T> T known(Map<String, T> values, String name, String what, ProtocolModel model) {
        T value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "transaction " + model.id() + " has no " + what + " " + name + nearest(name, values.keySet()));
        }
        return value;
    }

    private static String nearest(String name, Collection<String> names) {
        List<String> near = Spelling.suggest(name, names);
        return near.isEmpty()
                ? "; it has " + String.join(", ", names)
                : ": did you mean " + String.join(" or ", near) + "?";
    }
}
