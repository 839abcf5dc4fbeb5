package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** An input of a machine, told without the model of its protocol. */
sealed interface Stimulus {
    record Start() implements Stimulus {}

    record Message(PeerId sender, String name, Struct body) implements Stimulus {}

    record Trigger(String name, List<Value> arguments) implements Stimulus {
        public Trigger {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param transition place, among the actor's transitions, of the one whose timeout this is */
    record Expire(int transition) implements Stimulus {}
}
