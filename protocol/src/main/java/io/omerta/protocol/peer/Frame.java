package io.omerta.protocol.peer;

import io.omerta.protocol.chain.ChainSegment;
import org.jspecify.annotations.Nullable;

/**
 * A message as it travels between two peers: one byte that says what it is, and the payload. See
 * {@code protocol/docs/encoding.md}.
 *
 * @param payload not looked at
 */
record Frame(Kind kind, byte[] payload) {
    /** What a payload is. */
    enum Kind {
        /** The envelope of a session's message. */
        SESSION(1, 512 << 10),
        /** A keepalive, or a step of a comparison. */
        GOSSIP(2, 3 << 18),
        /** A {@link ChainRequest}. */
        CHAIN_REQUEST(3, ChainRequest.ENCODED_BYTES_MAX),
        /** A {@link ChainPage}. */
        CHAIN_PAGE(4, ChainSegment.ENCODED_BYTES_MAX + 256);

        private final byte tag;
        private final int payloadBytesMax;

        Kind(int tag, int payloadBytesMax) {
            this.tag = (byte) tag;
            this.payloadBytesMax = payloadBytesMax;
        }

        byte[] frame(byte[] payload) {
            byte[] frame = new byte[1 + payload.length];
            frame[0] = tag;
            System.arraycopy(payload, 0, frame, 1, payload.length);
            return frame;
        }
    }

    /** The frame that bytes are, or null if they are none: empty, of an unknown kind, or longer than their kind may be. */
    static @Nullable Frame parse(byte[] bytes) {
        for (Kind kind : Kind.values()) {
            if (bytes.length > 0 && bytes[0] == kind.tag && bytes.length - 1 <= kind.payloadBytesMax) {
                byte[] payload = new byte[bytes.length - 1];
                System.arraycopy(bytes, 1, payload, 0, payload.length);
                return new Frame(kind, payload);
            }
        }
        return null;
    }
}
