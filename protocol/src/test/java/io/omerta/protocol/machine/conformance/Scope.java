package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of names at one place.
 *
 * @param locals parameters of lambdas and of the trigger or function at hand, variables of the function
 * @param store variables of the actor; empty in functions
 * @param message the message at hand
 * @param instances in properties, by name of actor: views of its instances
 */
record Scope(
        Program program,
        World world,
        Work work,
        Map<String, Variable> locals,
        Map<String, Variable> store,
        Stimulus.@Nullable Message message,
        Map<String, ValueList> instances) {
    /** Counts work, section 4.9. */
    static final class Work {
        private static final int LIMIT = 1_000_000;

        private int done;

        void unit() {
            if (++done > LIMIT) {
                throw new NaiveFault(Fault.Kind.TOO_MUCH_WORK);
            }
        }
    }

    /** With one more local, which hides others of its name. */
    Scope with(String name, Variable variable) {
        Map<String, Variable> more = new LinkedHashMap<>(locals);
        more.put(name, variable);
        return withLocals(more);
    }

    Scope withLocals(Map<String, Variable> others) {
        return new Scope(program, world, work, others, store, message, instances);
    }

    Scope withMessage(Stimulus.Message at) {
        return new Scope(program, world, work, locals, store, at, instances);
    }

    /** The scope of a function, which sees nothing of its caller. */
    Scope ofFunction(Map<String, Variable> arguments) {
        return new Scope(program, world, work, arguments, Map.of(), null, Map.of());
    }

    boolean isProperty() {
        return !instances.isEmpty();
    }

    /** What a name holds, by the order of section 2; null if it means nothing. */
    @Nullable
    Variable find(String name) {
        Variable local = locals.get(name);
        if (local != null) {
            return local;
        }
        if (name.equals("peer_id")) {
            return new Variable(Ty.PEER_ID, world.self());
        }
        if (name.equals("chain")) {
            return Variable.unassigned(Ty.of("chain"));
        }
        if (name.equals("message") && message != null) {
            return new Variable(Ty.of(message.name()), message.body());
        }
        Variable stored = store.get(name);
        if (stored != null) {
            return stored;
        }
        ValueList views = instances.get(name);
        if (views != null) {
            return new Variable(Ty.listOf(Ty.of(name)), views);
        }
        Variable parameter = program.parameter(name);
        if (parameter != null) {
            return parameter;
        }
        Ty type = program.enumOf(name);
        return type == null ? null : new Variable(type, new Value.EnumMember(name));
    }
}
