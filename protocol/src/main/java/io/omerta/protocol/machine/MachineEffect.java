package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** What a step asks its host to do, or tells it. The order of effects is the order in which they are to be done. */
public sealed interface MachineEffect {
    /** Send a message to one peer. Blocks appended before it must be durable first. */
    record Send(PeerId to, MessageModel message, Struct body) implements MachineEffect {}

    /** Append a block to the actor's own chain. */
    record Append(BlockModel block, Struct body) implements MachineEffect {}

    /**
     * Start a timer; it replaces one of the same number.
     *
     * @param timer its number within the actor
     * @param delayMillis at least 0
     */
    record ArmTimer(int timer, long delayMillis) implements MachineEffect {}

    /** Stop a timer. */
    record CancelTimer(int timer) implements MachineEffect {}

    /** Call a trigger of another transaction. */
    record Compose(CompositionModel composition, List<Value> arguments) implements MachineEffect {
        public Compose {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A transition was taken.
     *
     * @param otherwise whether it was its {@code else}
     */
    record Moved(TransitionModel transition, boolean otherwise) implements MachineEffect {}

    /** The input, or a message that had been deferred, came to nothing. */
    record Dropped(Drop reason, String what) implements MachineEffect {}

    /** A message waits for a later state. */
    record Deferred(MessageModel message) implements MachineEffect {}

    /** A macro-step was undone. */
    record Faulted(Fault fault) implements MachineEffect {}
}
