package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;

/**
 * Remembers the true signatures that it has seen most recently, because gossip brings each many times. Others are not
 * remembered: they would let a peer displace the true ones with garbage. Not for use by several threads.
 */
public final class CachingVerifier implements Verifier {
    private record Signed(PeerId signer, Hash message, Signature signature) {}

    private final Verifier verifier;
    private final RecentlyUsed<Signed, Boolean> verified;

    /**
     * @param verifier whom to ask
     * @param signaturesMax how many signatures to remember, about 300 bytes each
     */
    public CachingVerifier(Verifier verifier, int signaturesMax) {
        this.verifier = verifier;
        this.verified = new RecentlyUsed<>(signaturesMax);
    }

    @Override
    public boolean verify(PeerId signer, Hash message, Signature signature) {
        Signed signed = new Signed(signer, message, signature);
        if (verified.get(signed) != null) {
            return true;
        }
        boolean valid = verifier.verify(signer, message, signature);
        if (valid) {
            verified.put(signed, Boolean.TRUE);
        }
        return valid;
    }
}
