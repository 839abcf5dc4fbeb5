package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signs with Ed25519 (RFC 8032, 5.1.6). */
public final class Ed25519Signer implements Signer {
    private final KeyPair keys;

    public Ed25519Signer(KeyPair keys) {
        this.keys = keys;
    }

    @Override
    public PeerId peerId() {
        return keys.peerId();
    }

    @Override
    public Signature sign(Hash message) {
        return sign(message.toByteArray());
    }

    Signature sign(byte[] message) {
        byte[] signature = new byte[Signature.BYTES];
        keys.privateKey().sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return Signature.of(signature);
    }

    @Override
    public String toString() {
        return "Ed25519Signer[" + keys + "]";
    }
}
