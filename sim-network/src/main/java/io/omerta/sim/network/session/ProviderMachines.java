package io.omerta.sim.network.session;

import io.omerta.protocol.transaction.ComputeNatives;
import io.omerta.protocol.transaction.ComputePort;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import java.util.Optional;

/** The machine that a node provides: it runs, is reachable, and nobody misuses it. */
final class ProviderMachines implements ComputePort {
    private final NodeIdentity machine;

    ProviderMachines(NodeIdentity machine) {
        this.machine = machine;
    }

    @Override
    public Optional<Signature> answer(Hash session, ByteString nonce) {
        return Optional.of(machine.signer().sign(ComputeNatives.statement(session, nonce, machine.hasher())));
    }

    @Override
    public boolean isConnected(Hash session, PeerId provider) {
        return true;
    }

    @Override
    public boolean confirmsMisuse(Hash session, String classification, Hash evidence) {
        return false;
    }
}
