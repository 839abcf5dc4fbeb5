package io.omerta.protocol.envelope;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Signature;

/**
 * A message on its way.
 *
 * @param header what the signature is over
 * @param signature of the sender
 * @param body the canonical encoding of the payload
 */
public record Envelope(Header header, Signature signature, ByteString body) {}
