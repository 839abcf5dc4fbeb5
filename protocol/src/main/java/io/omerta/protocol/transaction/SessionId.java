package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.ValueList;

/** The identity of a session: bound to the peer that opens it, so that nobody can open one in another's name. */
public final class SessionId {
    /** The domain of {@code HASH} in protocol files, which check the binding. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    private SessionId() {}

    /**
     * What {@code HASH(opener, salt)} is in a protocol file.
     *
     * @param salt not used by the opener before
     */
    public static Hash of(PeerId opener, ByteString salt, Hasher hasher) {
        return hasher.hash(TUPLE, ValueList.of(opener, salt));
    }
}
