package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.jspecify.annotations.Nullable;

/**
 * Verifies Ed25519 signatures (RFC 8032, 5.1.7), strictly: the public key and the point of the signature are canonical
 * encodings of points of the prime-order subgroup other than its neutral element, and the scalar is below the order.
 *
 * <p>Without the subgroup, verifiers that all follow the RFC disagree on some signatures (Chalkias, Garillot and
 * Nikolaenko, "Taming the many EdDSAs", 2020): those a signer makes on purpose, to split the witnesses who check them.
 * Within it the equations with and without cofactor agree, so that there is one answer.
 *
 * <p>Not for use by several threads.
 */
public final class Ed25519Verifier implements Verifier {
    /** Valid keys, decoded. Only these are kept, so that invalid ones displace nothing. */
    private final RecentlyUsed<PeerId, PublicPoint> keys;

    /** @param keysMax how many public keys are remembered as valid; checking one takes about as long as a signature */
    public Ed25519Verifier(int keysMax) {
        this.keys = new RecentlyUsed<>(keysMax);
    }

    @Override
    public boolean verify(PeerId signer, Hash message, Signature signature) {
        return verify(signer, message.toByteArray(), signature);
    }

    boolean verify(PeerId signer, byte[] message, Signature signature) {
        PublicPoint key = key(signer);
        if (key == null) {
            return false;
        }
        byte[] octets = signature.toByteArray();
        return Ed25519.verify(octets, 0, key, message, 0, message.length) && Ed25519.validatePublicKeyFull(octets, 0);
    }

    private @Nullable PublicPoint key(PeerId signer) {
        PublicPoint known = keys.get(signer);
        if (known != null) {
            return known;
        }
        PublicPoint key = Ed25519.validatePublicKeyFullExport(signer.toByteArray(), 0);
        if (key != null) {
            keys.put(signer, key);
        }
        return key;
    }
}
