package io.omerta.protocol.transaction;

import io.omerta.protocol.host.Input;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner of a node can ask of its {@link SessionHost}, as the commands of a host. */
public sealed interface SessionCommand {
    /**
     * Calls a trigger of one of the node's machines, which begins if there is none yet.
     *
     * @param arguments in the order of the trigger's parameters
     */
    record Trigger(SessionKey session, String trigger, List<Value> arguments) implements SessionCommand {
        private static final String NAME = "trigger";

        public Trigger {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Input.Command toInput() {
            Value value = ValueList.of(
                    new Text(session.transaction()),
                    session.session(),
                    new Text(session.role()),
                    new Text(trigger),
                    ValueList.of(arguments));
            return new Input.Command(NAME, CanonicalEncoder.encode(value));
        }
    }

    /**
     * Appends a block that no session asks for, such as the head of another peer.
     *
     * @param body of the block
     */
    record Record(Struct body) implements SessionCommand {
        private static final String NAME = "record";

        @Override
        public Input.Command toInput() {
            return new Input.Command(NAME, CanonicalEncoder.encode(body));
        }
    }

    /** As a host gives it to the machine. */
    Input.Command toInput();

    /** The command that an input is, or null if it is none. */
    static @Nullable SessionCommand of(Input.Command input) {
        if (!(new CanonicalDecoder().decode(input.argument()) instanceof Decoded.Accepted accepted)) {
            return null;
        }
        Value value = accepted.value();
        if (input.name().equals(Record.NAME)) {
            return value instanceof Struct body ? new Record(body) : null;
        }
        if (input.name().equals(Trigger.NAME)
                && value instanceof ValueList parts
                && parts.size() == 5
                && parts.get(0) instanceof Text transaction
                && parts.get(1) instanceof Hash session
                && parts.get(2) instanceof Text role
                && parts.get(3) instanceof Text trigger
                && parts.get(4) instanceof ValueList arguments) {
            return new Trigger(
                    new SessionKey(transaction.text(), session, role.text()), trigger.text(), arguments.elements());
        }
        return null;
    }
}
