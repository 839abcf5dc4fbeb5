package io.omerta.protocol.envelope;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way.
 *
 * @param header what the signature is over
 * @param signature of the sender
 * @param body the canonical encoding of the payload
 */
public record Envelope(Header header, Signature signature, ByteString body) {
    /**
     * The envelope that bytes are the encoding of, or null if they are none. Nothing in it is verified, see {@link
     * Admission}. Never throws.
     */
    public static @Nullable Envelope parse(byte[] bytes) {
        return EnvelopeCodec.decode(bytes);
    }
}
