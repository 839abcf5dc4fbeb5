package io.omerta.protocol.transaction;

import io.omerta.protocol.host.Input;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;

/**
 * An input that changed a node, with what the node was told meanwhile: taken again in order, they lead to the same state.
 *
 * @param nowNanos the clock when it was taken
 * @param input other than a start
 * @param answers see {@link Answers#heard}
 */
record JournalEntry(long nowNanos, Input input, List<Value> answers) {
    private static final StructShape MESSAGE = StructShape.of("MESSAGE", "now", "answers", "from", "payload");
    private static final StructShape TIMER = StructShape.of("TIMER", "now", "answers", "timer");
    private static final StructShape COMMAND = StructShape.of("COMMAND", "now", "answers", "name", "argument");

    byte[] encode() {
        Value now = new Value.Int(nowNanos);
        Value heard = ValueList.of(answers);
        if (input instanceof Input.MessageReceived message) {
            return CanonicalEncoder.encode(Struct.of(
                    MESSAGE, now, heard, new Value.Int(message.from()), ByteString.ofOwned(message.payload())));
        }
        if (input instanceof Input.TimerFired timer) {
            return CanonicalEncoder.encode(Struct.of(TIMER, now, heard, new Value.Int(timer.timer())));
        }
        if (input instanceof Input.Command command) {
            return CanonicalEncoder.encode(
                    Struct.of(COMMAND, now, heard, new Text(command.name()), ByteString.ofOwned(command.argument())));
        }
        throw new IllegalArgumentException("a start is no input to be taken again");
    }

    /** @throws IllegalArgumentException if the bytes are no entry */
    static JournalEntry decode(byte[] bytes) {
        if (new CanonicalDecoder().decode(bytes) instanceof Decoded.Accepted accepted
                && accepted.value() instanceof Struct struct
                && struct.get("now") instanceof Value.Int now
                && struct.get("answers") instanceof ValueList heard) {
            return new JournalEntry(now.value(), input(struct), heard.elements());
        }
        throw new IllegalArgumentException("the journal has an entry that is not of this version of the program");
    }

    private static Input input(Struct struct) {
        if (struct.shape().equals(MESSAGE)
                && struct.get(2) instanceof Value.Int from
                && struct.get(3) instanceof ByteString payload) {
            return new Input.MessageReceived((int) from.value(), payload.toByteArray());
        }
        if (struct.shape().equals(TIMER) && struct.get(2) instanceof Value.Int timer) {
            return new Input.TimerFired(timer.value());
        }
        if (struct.shape().equals(COMMAND)
                && struct.get(2) instanceof Text name
                && struct.get(3) instanceof ByteString argument) {
            return new Input.Command(name.text(), argument.toByteArray());
        }
        throw new IllegalArgumentException("the journal has an entry of unknown kind " + struct.shape());
    }
}
