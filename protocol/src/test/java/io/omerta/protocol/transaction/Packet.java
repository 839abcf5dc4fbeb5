package io.omerta.protocol.transaction;

import io.omerta.protocol.envelope.Envelope;
import java.util.Objects;

/** Bytes on their way. */
record Packet(int from, int to, byte[] payload) {
    /** The name of the message, or the empty text if the bytes are no envelope. */
    String message() {
        Envelope envelope = Envelope.parse(payload);
        return envelope == null ? "" : envelope.header().message();
    }

    boolean is(String message) {
        return message().equals(message);
    }

    Envelope envelope() {
        return Objects.requireNonNull(Envelope.parse(payload));
    }
}
