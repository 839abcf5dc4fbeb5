package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;

/** Port: tells true signatures from others. */
@FunctionalInterface
public interface Verifier {
    /** Whether the peer signed the hash. Never throws: a peer id that is no key has signed nothing. */
    boolean verify(PeerId signer, Hash message, Signature signature);
}
