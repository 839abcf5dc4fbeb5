package io.omerta.protocol.envelope;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelopes as bytes: the canonical encoding of a struct {@code ENVELOPE} of header, signature and body. */
final class EnvelopeCodec {
    private static final HashDomain BODY = HashDomain.of("omerta.body");
    private static final HashDomain HEADER = HashDomain.of("omerta.envelope");

    private static final StructShape HEADER_SHAPE = StructShape.of(
            "HEADER",
            "version",
            "transaction",
            "session",
            "message",
            "sender_role",
            "recipient_role",
            "sender",
            "recipient",
            "sequence",
            "body_hash");
    private static final StructShape ENVELOPE_SHAPE = StructShape.of("ENVELOPE", "header", "signature", "body");
    private static final CanonicalDecoder DECODER = new CanonicalDecoder(List.of(ENVELOPE_SHAPE, HEADER_SHAPE));

    private EnvelopeCodec() {}

    static byte[] encode(Envelope envelope) {
        return CanonicalEncoder.encode(
                Struct.of(ENVELOPE_SHAPE, value(envelope.header()), envelope.signature(), envelope.body()));
    }

    /** The envelope that the bytes are the encoding of, or null if they are none. Never throws. */
    static @Nullable Envelope decode(byte[] bytes) {
        if (DECODER.decode(bytes) instanceof Decoded.Accepted accepted
                && accepted.value() instanceof Struct envelope
                && envelope.shape().equals(ENVELOPE_SHAPE)
                && envelope.get(1) instanceof Signature signature
                && envelope.get(2) instanceof ByteString body) {
            Envelope.Header header = header(envelope.get(0));
            return header == null ? null : new Envelope(header, signature, body);
        }
        return null;
    }

    /** What the sender of a header signs. */
    static Hash hash(Envelope.Header header, Hasher hasher) {
        return hasher.hash(HEADER, value(header));
    }

    static Hash hash(ByteString body, Hasher hasher) {
        return hasher.hash(BODY, body);
    }

    private static Struct value(Envelope.Header header) {
        return Struct.of(
                HEADER_SHAPE,
                new Value.Int(header.version()),
                new Text(header.transaction()),
                header.session(),
                new Value.EnumMember(header.messageType()),
                new Value.EnumMember(header.senderRole()),
                new Value.EnumMember(header.recipientRole()),
                header.sender(),
                header.recipient(),
                new Value.Int(header.sequence()),
                header.bodyHash());
    }

    private static Envelope.@Nullable Header header(Value value) {
        if (value instanceof Struct header
                && header.shape().equals(HEADER_SHAPE)
                && header.get(0) instanceof Value.Int version
                && header.get(1) instanceof Text transaction
                && header.get(2) instanceof Hash session
                && header.get(3) instanceof Value.EnumMember message
                && header.get(4) instanceof Value.EnumMember senderRole
                && header.get(5) instanceof Value.EnumMember recipientRole
                && header.get(6) instanceof PeerId sender
                && header.get(7) instanceof PeerId recipient
                && header.get(8) instanceof Value.Int sequence
                && sequence.value() >= 0
                && header.get(9) instanceof Hash bodyHash) {
            return new Envelope.Header(
                    version.value(),
                    transaction.text(),
                    session,
                    message.name(),
                    senderRole.name(),
                    recipientRole.name(),
                    sender,
                    recipient,
                    sequence.value(),
                    bodyHash);
        }
        return null;
    }
}
