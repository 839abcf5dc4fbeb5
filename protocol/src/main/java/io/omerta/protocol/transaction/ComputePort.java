package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import java.util.Optional;

/** Port: the machines that sessions are about, as a node in each of the three roles can ask about them, without waiting. */
public interface ComputePort {
    /**
     * For a provider: what the machine of a session signs when it is asked, or nothing if it does not answer.
     *
     * @param nonce of the witness that asks; see {@link ComputeNatives#statement}
     */
    Optional<Signature> answer(Hash session, ByteString nonce);

    /** For a consumer: whether it has a connection to its machine. */
    boolean isConnected(Hash session, PeerId provider);

    /** For a witness: whether it finds in the machine what an accusation says. */
    boolean confirmsMisuse(Hash session, String classification, Hash evidence);
}
