package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.PeerId;

/**
 * Who a node is and how it hashes and checks.
 *
 * @param secret from which the node derives what nobody else may guess, so that it draws no random numbers and gives the
 *     same ones again after a restart; of the node alone
 */
public record NodeIdentity(Signer signer, Hasher hasher, Verifier verifier, ByteString secret) {
    public PeerId peerId() {
        return signer.peerId();
    }

    @Override
    public String toString() {
        return "NodeIdentity[" + peerId() + ", secret hidden]";
    }
}
