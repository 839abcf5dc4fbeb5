package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** What one step is about. */
public sealed interface MachineInput {
    /** The machine begins: timers of the initial state are armed and automatic transitions taken. */
    record Start() implements MachineInput {}

    /**
     * A message was admitted: its envelope is genuine, its body is of the message's type.
     *
     * @param sender who signed the envelope
     */
    record Received(PeerId sender, MessageModel message, Struct body) implements MachineInput {}

    /** The host calls a trigger of the actor. */
    record Triggered(String trigger, List<Value> arguments) implements MachineInput {
        public Triggered {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A timer ran out. The machine believes its host: no clock is compared.
     *
     * @param timer as it was armed, see {@link MachineEffect.ArmTimer}
     */
    record Expired(int timer) implements MachineInput {}
}
