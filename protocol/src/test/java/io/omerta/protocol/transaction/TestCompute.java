package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import java.util.Optional;

/** The machine of a test, as one node sees it. */
final class TestCompute implements ComputePort {
    /** Whose key signs. */
    NodeIdentity machine;

    boolean running = true;
    boolean connected = true;
    boolean misused;

    TestCompute(NodeIdentity machine) {
        this.machine = machine;
    }

    @Override
    public Optional<Signature> answer(Hash session, ByteString nonce) {
        return running
                ? Optional.of(machine.signer().sign(ComputeNatives.statement(session, nonce, machine.hasher())))
                : Optional.empty();
    }

    @Override
    public boolean isConnected(Hash session, PeerId provider) {
        return connected;
    }

    @Override
    public boolean confirmsMisuse(Hash session, String classification, Hash evidence) {
        return misused;
    }
}
