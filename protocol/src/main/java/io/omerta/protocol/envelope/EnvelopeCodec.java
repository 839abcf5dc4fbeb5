package io.omerta.protocol.envelope;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.ValueList;
import org.jspecify.annotations.Nullable;

/** Envelopes as bytes: the canonical encoding of a list of encoded header, signature and encoded body. */
final class EnvelopeCodec {
    private static final HashDomain BODY = HashDomain.of("omerta.body");
    private static final HashDomain HEADER = HashDomain.of("omerta.envelope");

    private static final int PARTS = 3;
    private static final CanonicalDecoder DECODER = new CanonicalDecoder();

    private EnvelopeCodec() {}

    static byte[] encode(Envelope envelope) {
        return CanonicalEncoder.encode(
                ValueList.of(envelope.header().encoded(), envelope.signature(), envelope.body()));
    }

    /** The envelope that the bytes are the encoding of, or null if they are none. Never throws. */
    static @Nullable Envelope decode(byte[] bytes) {
        if (DECODER.decode(bytes) instanceof Decoded.Accepted accepted
                && accepted.value() instanceof ValueList parts
                && parts.size() == PARTS
                && parts.get(0) instanceof ByteString encodedHeader
                && parts.get(1) instanceof Signature signature
                && parts.get(2) instanceof ByteString body) {
            Header header = Header.parse(encodedHeader);
            return header == null ? null : new Envelope(header, signature, body);
        }
        return null;
    }

    /** What the sender of a header signs. */
    static Hash hash(Header header, Hasher hasher) {
        return hasher.hash(HEADER, header.encoded());
    }

    static Hash hash(ByteString body, Hasher hasher) {
        return hasher.hash(BODY, body);
    }
}
