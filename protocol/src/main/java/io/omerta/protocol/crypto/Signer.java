package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;

/** Port: signs as one peer. Whoever has it can sign for that peer and for no other. */
public interface Signer {
    /** The peer that signs. */
    PeerId peerId();

    /** The signature of a hash; the same each time. What is signed is always hashed first, in a {@link HashDomain}. */
    Signature sign(Hash message);
}
