package io.omerta.protocol.envelope;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelopes as bytes: the canonical encoding of a struct {@code ENVELOPE} of header, signature and body. */
final class EnvelopeCodec {
    private static final HashDomain BODY = HashDomain.of("omerta.body");
    private static final HashDomain HEADER = HashDomain.of("omerta.envelope");

    private static final StructShape ENVELOPE_SHAPE = StructShape.of("ENVELOPE", "header", "signature", "body");
    private static final CanonicalDecoder DECODER = new CanonicalDecoder(List.of(ENVELOPE_SHAPE, Header.SHAPE));

    private EnvelopeCodec() {}

    static byte[] encode(Envelope envelope) {
        return CanonicalEncoder.encode(
                Struct.of(ENVELOPE_SHAPE, envelope.header().value(), envelope.signature(), envelope.body()));
    }

    /** The envelope that the bytes are the encoding of, or null if they are none. Never throws. */
    static @Nullable Envelope decode(byte[] bytes) {
        if (DECODER.decode(bytes) instanceof Decoded.Accepted accepted
                && accepted.value() instanceof Struct envelope
                && envelope.shape().equals(ENVELOPE_SHAPE)
                && envelope.get(1) instanceof Signature signature
                && envelope.get(2) instanceof ByteString body) {
            Header header = Header.of(envelope.get(0));
            return header == null ? null : new Envelope(header, signature, body);
        }
        return null;
    }

    /** What the sender of a header signs. */
    static Hash hash(Header header, Hasher hasher) {
        return hasher.hash(HEADER, header.value());
    }

    static Hash hash(ByteString body, Hasher hasher) {
        return hasher.hash(BODY, body);
    }
}
