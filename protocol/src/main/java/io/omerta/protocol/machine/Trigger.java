package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * A compiled trigger.
 *
 * @param number its place among the actor's triggers
 * @param parameters their types
 */
record Trigger(int number, TriggerModel model, List<TypedCodec> parameters) {
    /** Whether a state, by its place, takes it with these arguments. */
    boolean accepts(int state, List<Value> arguments) {
        if (!model.states().contains(state) || arguments.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (parameters.get(i).check(arguments.get(i)) != null) {
                return false;
            }
        }
        return true;
    }
}
