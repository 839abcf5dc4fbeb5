package io.omerta.protocol.envelope;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
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
    /** The version of the protocol that this implementation speaks. */
    public static final int VERSION = 1;

    /**
     * The envelope that bytes are the encoding of, or null if they are none. Nothing in it is verified, see {@link
     * Admission}. Never throws.
     */
    public static @Nullable Envelope parse(byte[] bytes) {
        return EnvelopeCodec.decode(bytes);
    }

    /**
     * Everything about a message but its payload.
     *
     * @param version of the protocol
     * @param transaction id of the transaction
     * @param messageType name of the message
     * @param senderRole role in which the sender speaks
     * @param recipientRole role in which the recipient is addressed; {@link
     *     io.omerta.protocol.language.model.MessageModel#EVERYONE} if the message has several recipient roles
     * @param sequence distinguishes messages of one sender and type, at least 0
     * @param bodyHash hash of the encoded payload
     */
    public record Header(
            long version,
            String transaction,
            Hash session,
            String messageType,
            String senderRole,
            String recipientRole,
            PeerId sender,
            PeerId recipient,
            long sequence,
            Hash bodyHash) {}
}
