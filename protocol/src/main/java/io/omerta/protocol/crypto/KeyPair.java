package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.PeerId;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** An Ed25519 key pair (RFC 8032). The private key stays in it, and appears in no text. */
public final class KeyPair {
    /** Length of a private key in bytes. */
    public static final int PRIVATE_KEY_BYTES = Ed25519PrivateKeyParameters.KEY_SIZE;

    private final Ed25519PrivateKeyParameters privateKey;
    private final PeerId peerId;

    private KeyPair(Ed25519PrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
        this.peerId = PeerId.of(privateKey.generatePublicKey().getEncoded());
    }

    /**
     * The pair of a private key.
     *
     * @param privateKey {@link #PRIVATE_KEY_BYTES} bytes that nobody can guess; copied
     */
    public static KeyPair ofPrivateKey(byte[] privateKey) {
        if (privateKey.length != PRIVATE_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a private key is " + PRIVATE_KEY_BYTES + " bytes long, but " + privateKey.length + " were given");
        }
        return new KeyPair(new Ed25519PrivateKeyParameters(privateKey));
    }

    /** The public key. */
    public PeerId peerId() {
        return peerId;
    }

    Ed25519PrivateKeyParameters privateKey() {
        return privateKey;
    }

    @Override
    public String toString() {
        return "KeyPair[" + peerId + ", private key hidden]";
    }
}
