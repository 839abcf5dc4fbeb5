package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import org.bouncycastle.crypto.macs.SipHash128;
import org.bouncycastle.crypto.params.KeyParameter;

/** Signs by SipHash-2-4 of 128 bits (Aumasson and Bernstein, 2012) under a secret, once for each quarter of a signature. */
final class KeyedSigner implements Signer {
    static final int SECRET_BYTES = 16;

    private static final int MAC_BYTES = 16;

    private final PeerId peerId;
    private final SipHash128 mac = new SipHash128();
    private final byte[] message = new byte[Hash.BYTES];
    private final byte[] signature = new byte[Signature.BYTES];

    /** @param secret its first {@link #SECRET_BYTES} bytes are used */
    KeyedSigner(PeerId peerId, byte[] secret) {
        this.peerId = peerId;
        mac.init(new KeyParameter(secret, 0, SECRET_BYTES));
    }

    @Override
    public PeerId peerId() {
        return peerId;
    }

    @Override
    public Signature sign(Hash hash) {
        hash.copyTo(message, 0);
        for (int at = 0; at < Signature.BYTES; at += MAC_BYTES) {
            mac.update(message, 0, message.length);
            mac.update((byte) at);
            mac.doFinal(signature, at);
        }
        return Signature.of(signature);
    }

    @Override
    public String toString() {
        return "KeyedSigner[" + peerId + ", secret hidden]";
    }
}
